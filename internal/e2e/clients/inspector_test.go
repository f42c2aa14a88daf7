//go:build e2e

package clients

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"blyant/internal/assistant"
	"blyant/internal/calculator"
)

// result is what a tool answers.
type result struct {
	IsError           bool `json:"isError"`
	StructuredContent struct {
		Summary map[string]string
		Errors  []struct{ Field, Code, Hint string }
	} `json:"structuredContent"`
}

// inspect asks the server as an assistant does, by the protocol's own inspector.
// An answer that is an error is one too, whatever status the inspector ends with.
func inspect(t *testing.T, address, method string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), npm(t, "mcp-inspector"), append([]string{"--cli", address + "/mcp", "--transport", "http", "--method", method}, arguments...)...)
	text, err := command.Output()
	if !bytes.Contains(text, []byte("{")) {
		t.Fatalf("%v: %s", err, text)
	}
	return string(text[bytes.IndexByte(text, '{'):])
}

// TestInspector lists the tools and calls one, rightly and wrongly.
func TestInspector(t *testing.T) {
	address := serve(t)
	var listed struct{ Tools []struct{ Name string } }
	read(t, inspect(t, address, "tools/list"), &listed)
	names := map[string]bool{}
	for _, tool := range listed.Tools {
		names[tool.Name] = true
	}
	for _, calc := range calculator.All() {
		if !names[assistant.ToolName(calc)] {
			t.Errorf("%s is no tool among %v", calc.Name, names)
		}
	}
	const wanted = "202.79" // figures has it from README.md
	pencil := []string{"--tool-name", "lifetime_value", "--tool-arg", "acquisition_cost=50", "--tool-arg", "basket_value=10", "--tool-arg", "margin_rate=0.4",
		"--tool-arg", "orders_per_period=12", "--tool-arg", "repeat_purchase_rate=0.9", "--tool-arg", "basket_growth_rate=0.05",
		"--tool-arg", "service_cost_per_order=0.5", "--tool-arg", "annual_discount_rate=0.08"}
	good := called(t, inspect(t, address, "tools/call", pencil...))
	if good.IsError || good.StructuredContent.Summary["net_lifetime_value"] != wanted {
		t.Errorf("%+v", good)
	}
	wrong := called(t, inspect(t, address, "tools/call", append(pencil, "--tool-arg", "margin_rat=0.4")...))
	if faults := wrong.StructuredContent.Errors; !wrong.IsError || len(faults) != 1 || faults[0].Field != "margin_rat" || faults[0].Code != "unknown_field" || faults[0].Hint != "margin_rate" {
		t.Errorf("%+v", wrong)
	}
}

func called(t *testing.T, text string) (r result) {
	t.Helper()
	read(t, text, &r)
	return r
}

// read reads the first JSON value of a text.
func read(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.NewDecoder(strings.NewReader(text)).Decode(into); err != nil {
		t.Fatalf("%v: %.1000s", err, text)
	}
}
