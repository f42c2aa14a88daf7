package assistant

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawJSON draws a document of JSON, with texts that look like what they are not.
func drawJSON(t *rapid.T, depth int) string {
	kind := rapid.IntRange(0, 6).Draw(t, "kind")
	if depth == 0 && kind > 3 {
		kind -= 4
	}
	switch kind {
	case 0:
		return rapid.SampledFrom([]string{"0", "-1", "12.50", "0.000001", "123456789012345678.90", "-0.5", "1950.00"}).Draw(t, "number")
	case 1:
		text, _ := json.Marshal(rapid.SampledFrom([]string{"", "1", "-2.5", `a"1`, `\`, `\"7`, "å 3", "\u2028", "[1,2]", `{"a":1}`, "1e5\\"}).Draw(t, "text"))
		return string(text)
	case 2:
		return rapid.SampledFrom([]string{"true", "false", "null"}).Draw(t, "word")
	case 3:
		return rapid.SampledFrom([]string{"[]", "{}"}).Draw(t, "empty")
	}
	var items []string
	for range rapid.IntRange(1, 4).Draw(t, "items") {
		item := drawJSON(t, depth-1)
		if kind == 6 {
			name, _ := json.Marshal(rapid.SampledFrom([]string{"a", "b1", `c"2`, "3", ""}).Draw(t, "name"))
			item = string(name) + ":" + item
		}
		items = append(items, item)
	}
	if kind == 6 {
		return "{" + strings.Join(items, ",") + "}"
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// quoted is what the library reads, with numbers as the texts that they were.
func quoted(t *rapid.T, document []byte) any {
	d := json.NewDecoder(bytes.NewReader(document))
	d.UseNumber()
	var node any
	if err := d.Decode(&node); err != nil {
		t.Fatalf("%s: %v", document, err)
	}
	return asTexts(node)
}

func asTexts(node any) any {
	switch node := node.(type) {
	case json.Number:
		return node.String()
	case []any:
		for i := range node {
			node[i] = asTexts(node[i])
		}
	case map[string]any:
		for name := range node {
			node[name] = asTexts(node[name])
		}
	}
	return node
}

// Whatever the document, its numbers become the texts of their digits and all else stays.
func TestNumbersBecomeTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		document := []byte(drawJSON(t, 3))
		got := quoteNumbers(document)
		if a, b := quoted(t, document), quoted(t, got); !reflect.DeepEqual(a, b) {
			t.Fatalf("%s became %s", document, got)
		}
		if again := quoteNumbers(got); !bytes.Equal(again, got) {
			t.Fatalf("%s once more is %s", got, again)
		}
	})
}
