package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"blyant/internal/answer"
	"blyant/internal/assistant"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/locale"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// connect is the protocol's own client, over the network.
func connect(t *testing.T, config Config, query string) (*mcp.ClientSession, string) {
	t.Helper()
	server := httptest.NewServer(New(config))
	t.Cleanup(server.Close)
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: server.URL + toolsPath + query, DisableStandaloneSSE: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Close() })
	return session, server.URL
}

// Every calculator is a tool that a client finds, and answers its examples with
// the digits of the resource, and with an address where the same stands.
func TestToolsAnswerAsResources(t *testing.T) {
	session, base := connect(t, Config{}, "")
	if session.ID() != "" {
		t.Errorf("there is a session %q", session.ID())
	}
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	schemas := map[string]any{}
	for _, tool := range tools.Tools {
		schemas[tool.Name] = tool.InputSchema
		if tool.Title == "" || tool.Description == "" || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s: %+v", tool.Name, tool)
		}
	}
	if len(schemas) != len(calculator.All()) {
		t.Errorf("%d tools for %d calculators", len(schemas), len(calculator.All()))
	}
	for _, e := range calculator.Examples() {
		t.Run(e.Name, func(t *testing.T) {
			calc := calculator.At(e.Resource)
			body := format.JSON(answer.Answer{Body: e.Body(locale.English)})
			fits(t, schemas[assistant.ToolName(calc)], body)
			got, isError := callTool(t, session, assistant.ToolName(calc), body)
			if isError {
				t.Fatalf("%v", got)
			}
			link, _ := got["permalink"].(string)
			delete(got, "permalink")
			sameDigits(t, got, send200(t, http.MethodPost, base+calc.Path(), string(body)))
			if calc.Limits.PostOnly {
				if link != "" {
					t.Errorf("%s has the address %s", calc.Name, link)
				}
				return
			}
			path, query, _ := strings.Cut(strings.TrimPrefix(link, base), "?")
			if want := calc.Page; want != "" && path != want || want == "" && path != calc.Path() {
				t.Errorf("the permalink is %s", link)
			}
			send200(t, http.MethodGet, link, "")
			sameDigits(t, got, send200(t, http.MethodGet, base+calc.Path()+"?format=json&"+query, ""))
		})
	}
}

// fits holds a body against a tool's schema, by a validator of another house.
func fits(t *testing.T, schema any, body []byte) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("tool.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("tool.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(document); err != nil {
		t.Errorf("%s: %v", body, err)
	}
	if text, err := json.Marshal(schema); err != nil || strings.Contains(string(text), `"$ref"`) || strings.Contains(string(text), `"nullable"`) {
		t.Errorf("the schema does not stand for itself: %v", err)
	}
	if err := compiled.Validate(map[string]any{"nonsense": 1}); err == nil {
		t.Error("the schema takes anything")
	}
}

// callTool calls a tool and returns what it answers, which stands there twice.
func callTool(t *testing.T, session *mcp.ClientSession, tool string, body []byte) (document map[string]any, isError bool) {
	t.Helper()
	result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: json.RawMessage(body)})
	if err != nil {
		t.Fatal(err)
	}
	document, _ = result.StructuredContent.(map[string]any)
	var inText map[string]any
	if text, is := result.Content[0].(*mcp.TextContent); !is || json.Unmarshal([]byte(text.Text), &inText) != nil || !equalJSON(inText, document) {
		t.Errorf("%s: the text is another answer than the structure", tool)
	}
	return document, result.IsError
}

func equalJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

func send200(t *testing.T, method, target, body string) []byte {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %d %v %s", method, target, response.StatusCode, err, text)
	}
	return text
}

// sameDigits holds a tool's answer against a resource's: the same names, and for
// each number there its digits here.
func sameDigits(t *testing.T, got any, resource []byte) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(resource))
	decoder.UseNumber()
	var want any
	if err := decoder.Decode(&want); err != nil {
		t.Fatal(err)
	}
	if numbers := asTexts(&want); numbers == 0 {
		t.Error("the answer has no figure")
	}
	if !equalJSON(got, want) {
		t.Errorf("the tool answers\n%v\nthe resource\n%v", got, want)
	}
}

// asTexts makes texts of numbers and returns how many there were.
func asTexts(node *any) int {
	count := 0
	switch n := (*node).(type) {
	case json.Number:
		*node, count = n.String(), 1
	case []any:
		for i := range n {
			count += asTexts(&n[i])
		}
	case map[string]any:
		for name, member := range n {
			count += asTexts(&member)
			n[name] = member
		}
	}
	return count
}

// A wrong call comes back as an error with every fault, as the resource tells it,
// in the language asked for; mended by its hints it is answered.
func TestToolsTellFaults(t *testing.T) {
	session, _ := connect(t, Config{}, "?lang=nb")
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil || !slices.ContainsFunc(tools.Tools, func(tool *mcp.Tool) bool { return tool.Title == locale.Norwegian.Label("lifetime-value") }) {
		t.Errorf("the tools are not in the language asked for: %v", err)
	}
	const wrong = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rat":0.9,"margin_rate":40}`
	got, isError := callTool(t, session, "lifetime_value", []byte(wrong))
	if !isError || got["status"] != 422.0 {
		t.Fatalf("%t %v", isError, got)
	}
	body := wrong
	for _, f := range got["errors"].([]any) {
		fault, _ := f.(map[string]any)
		for field, want := range map[string]string{"repeat_purchase_rat": "unknown_field repeat_purchase_rate", "margin_rate": "out_of_range 0.4 or 40%", "repeat_purchase_rate": "required "} {
			if fault["field"] == field && fault["code"].(string)+" "+fault["hint"].(string) != want {
				t.Errorf("%v, want %s", fault, want)
			}
		}
		if fault["message"] == "" || !strings.Contains("repeat_purchase_rate margin_rate", fault["field"].(string)) {
			t.Errorf("%v", fault)
		}
	}
	body = strings.NewReplacer("rat\"", "rate\"", ":40}", `:"40%"}`).Replace(body)
	if got, isError := callTool(t, session, "lifetime_value", []byte(body)); isError {
		t.Errorf("mended: %v", got)
	}
	for tool, body := range map[string]string{"lifetime_value": `{}`, "comparison": `{"scenarios":[]}`, "purchase_fit": `{"unit":"day"}`,
		"break_even": `{"scenario":{"acquisition_cost":1,"basket_value":1},"question":"x","question":"y"}`} {
		if got, isError := callTool(t, session, tool, []byte(body)); !isError || len(got["errors"].([]any)) == 0 {
			t.Errorf("%s %s: %t %v", tool, body, isError, got)
		}
	}
	if _, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "batch"}); err == nil {
		t.Error("a stream is a tool")
	}
}

// rpc is a request of the protocol as its clients send it.
func rpc(t *testing.T, h http.Handler, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, toolsPath, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

const calling = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}`

func callOf(tool, arguments string) string {
	return strings.Replace(strings.Replace(calling, "%s", tool, 1), "%s", arguments, 1)
}

// Limits are those of all resources, and nothing of a request is left over for
// the next: no session is named, none is asked for.
func TestToolsKeepLimits(t *testing.T) {
	const pencils = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`
	h := New(Config{MaxBody: 2000})
	w := rpc(t, h, callOf("lifetime_value", pencils))
	if w.Code != http.StatusOK || w.Header().Get("Mcp-Session-Id") != "" || !strings.Contains(w.Body.String(), "net_lifetime_value") {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	if w := rpc(t, h, callOf("lifetime_value", `{"name":"`+strings.Repeat("x", 2000)+`"}`)); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a long body: %d %s", w.Code, w.Body)
	}
	h = New(Config{RateLimit: 0.01}) // one, and the next in a hundred seconds
	if w := rpc(t, h, callOf("lifetime_value", pencils)); w.Code != http.StatusOK {
		t.Errorf("the first call: %d %s", w.Code, w.Body)
	}
	if w := rpc(t, h, callOf("lifetime_value", pencils)); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
		t.Errorf("the second call at once: %d %s", w.Code, w.Body)
	}
	h = New(Config{})
	checkProblem(t, rpc(t, h, " ["+callOf("lifetime_value", pencils)+"]"), http.StatusBadRequest)
	if w := call(t, h, http.MethodGet, toolsPath, ""); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "OPTIONS, POST" {
		t.Errorf("GET: %d %v", w.Code, w.Header())
	}
}

// Work that costs more than the server gives is refused as elsewhere, with the
// fault that says so.
func TestToolsAreAdmitted(t *testing.T) {
	const dear = `{"scenario":{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"horizon":1200},"uncertain":{"basket_value":{"distribution":"uniform","low":5,"high":15}},"draws":1000000,"metrics":["internal_rate_of_return"]}`
	h := New(Config{MaxCost: time.Millisecond})
	refused := call(t, h, http.MethodPost, "/v1/simulation", dear, "Content-Type", "application/json")
	var want struct{ Detail string }
	if err := json.Unmarshal(refused.Body.Bytes(), &want); err != nil || refused.Code == http.StatusOK {
		t.Fatalf("%d %s", refused.Code, refused.Body)
	}
	session, _ := connect(t, Config{MaxCost: time.Millisecond}, "")
	if got, isError := callTool(t, session, "simulation", []byte(dear)); !isError || got["detail"] != want.Detail || got["status"] != float64(refused.Code) {
		t.Errorf("%v, want %d %s", got, refused.Code, want.Detail)
	}
}

// Work that takes too long, and work that goes wrong, end with an error in words.
func TestToolsEndInTime(t *testing.T) {
	h := New(Config{Deadline: 300 * time.Millisecond, MaxCost: time.Hour})
	began := time.Now()
	w := rpc(t, h, callOf("simulation", `{"scenario":{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"horizon":1200},"uncertain":{"basket_value":{"distribution":"uniform","low":5,"high":15}},"draws":1000000,"metrics":["internal_rate_of_return"]}`))
	if took := time.Since(began); took > 5*time.Second || w.Code == http.StatusOK && !strings.Contains(w.Body.String(), `"isError":true`) || !strings.Contains(w.Body.String(), `503`) {
		t.Errorf("%v %d %s", took, w.Code, w.Body)
	}
	handler, err := assistant.Handler("1")
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, toolsPath, strings.NewReader(callOf("grid", `{}`)))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	answered := httptest.NewRecorder()
	var told error
	handler.ServeHTTP(answered, assistant.For(r, assistant.Caller{Language: locale.English,
		Answer: func(context.Context, *calculator.Calculator, []byte) (answer.Answer, error) { panic("broken") },
		Problem: func(_ *calculator.Calculator, err error) any {
			told = err
			return statusOf(err, nil).document(locale.English, "/")
		}}))
	if told == nil || !strings.Contains(told.Error(), "broken") || strings.Contains(answered.Body.String(), "broken") || !strings.Contains(answered.Body.String(), `"isError":true`) {
		t.Errorf("%v %s", told, answered.Body)
	}
}

// The guide names every calculator with an address that answers, and every
// address that it names is one.
func TestGuideForAssistants(t *testing.T) {
	h := New(Config{BaseURL: "https://worth.example"})
	w := call(t, h, http.MethodGet, "/llms.txt", "")
	text := w.Body.String()
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/plain; charset=utf-8" || !strings.HasPrefix(text, "# blyant\n") {
		t.Fatalf("%d %v %s", w.Code, w.Header(), text)
	}
	for _, calc := range calculator.All() {
		if !strings.Contains(text, "(https://worth.example"+calc.Path()+")") || !strings.Contains(text, "`"+assistant.ToolName(calc)+"`") {
			t.Errorf("the guide leaves out %s", calc.Name)
		}
	}
	for _, link := range regexp.MustCompile(`https://worth\.example([^\s)]+)`).FindAllStringSubmatch(text, -1) {
		if w := call(t, h, http.MethodGet, link[1], ""); w.Code == http.StatusNotFound {
			t.Errorf("%s is nothing", link[1])
		}
	}
}
