package assistant

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/shopspring/decimal"
)

// Numbers come as texts, digit for digit, and nothing else is touched: no digit
// within a text, none behind an escaped quotation mark.
func TestQuoteNumbers(t *testing.T) {
	for document, want := range map[string]string{
		`{"a":1.50,"b":-0.10}`:              `{"a":"1.50","b":"-0.10"}`,
		`[1,20,[3e5,-4E-10,5.0e+3]]`:        `["1","20",["3e5","-4E-10","5.0e+3"]]`,
		`{"1a":"12","b":"\"3\" is 4"}`:      `{"1a":"12","b":"\"3\" is 4"}`,
		`{"a":"back\\","b":5}`:              `{"a":"back\\","b":"5"}`,
		`{"a":null,"b":true,"c":[]}`:        `{"a":null,"b":true,"c":[]}`,
		`{"t":"31. øre – 1"}`:               `{"t":"31. øre – 1"}`,
		`{"n":1000000000000000.0000000001}`: `{"n":"1000000000000000.0000000001"}`,
	} {
		if got := string(quoteNumbers([]byte(document))); got != want {
			t.Errorf("%s becomes %s, want %s", document, got, want)
		}
		if !json.Valid(quoteNumbers([]byte(document))) {
			t.Errorf("%s is no JSON any more", document)
		}
	}
}

// lifetime is the calculator that most calls are for.
func lifetime(t *testing.T) *calculator.Calculator {
	t.Helper()
	for _, calc := range calculator.All() {
		if calc.Name == "lifetime-value" {
			return calc
		}
	}
	t.Fatal("there is no lifetime value")
	return nil
}

// asks is a caller that answers with one number, or with an error.
func asks(err error) Caller {
	return Caller{Language: locale.English, Base: "https://example.org",
		Answer: func(_ context.Context, _ *calculator.Calculator, body []byte) (answer.Answer, error) {
			if string(body) == `{"panic":1}` {
				panic("out of pencils")
			}
			figure := answer.Number(decimal.RequireFromString("12.50"), vocabulary.UnitMoney)
			return answer.Answer{Resource: "lifetime-value", Body: answer.Record{{Name: "value", Value: figure}}}, err
		},
		Problem: func(calc *calculator.Calculator, err error) any {
			return map[string]string{"type": calc.Name, "title": strings.SplitN(err.Error(), "\n", 2)[0]}
		}}
}

// call calls the tool, as the protocol does.
func call(ctx context.Context, t *testing.T, body string) (*mcp.CallToolResult, error) {
	t.Helper()
	return handlerOf(lifetime(t))(ctx, &mcp.CallToolRequest{Params: &mcp.CallToolParamsRaw{Name: "lifetime_value", Arguments: json.RawMessage(body)}})
}

func madeFor(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, made{c, ctx})
}

// A call's result is the body of the answer with texts for numbers, as a structure
// and as a text.
func TestCall(t *testing.T) {
	for _, given := range []string{`{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`, ""} {
		result, err := call(madeFor(t.Context(), asks(nil)), t, given)
		if err != nil || result.IsError {
			t.Fatalf("%s: %v, %+v", given, err, result)
		}
		text := result.Content[0].(*mcp.TextContent).Text
		if raw, _ := result.StructuredContent.(json.RawMessage); string(raw) != text || !json.Valid(raw) || !strings.HasPrefix(text, `{"value":"12.50","permalink":`) {
			t.Errorf("%s: %s beside %s", given, raw, text)
		}
	}
}

// The last member is the address of the page that shows the same inputs, in the
// caller's language and with a decimal point; null where a query cannot say them.
func TestPermalink(t *testing.T) {
	c := asks(nil)
	link := c.permalink(lifetime(t), []byte(`{"acquisition_cost":50,"basket_value":10.50,"repeat_purchase_rate":"90%"}`))
	address, err := url.Parse(link)
	if err != nil || !strings.HasPrefix(link, "https://example.org/") || address.Path != lifetime(t).Page {
		t.Fatalf("%q: %v", link, err)
	}
	for name, want := range map[string]string{"acquisition_cost": "50", "basket_value": "10.50", "lang": "en", "decimal": "point"} {
		if got := address.Query().Get(name); got != want {
			t.Errorf("%s of %s is %q, want %q", name, link, got, want)
		}
	}
	if link := c.permalink(lifetime(t), []byte(`{"acquisition_cost":[{`)); link != "" {
		t.Errorf("what cannot be read has the address %s", link)
	}
	if got := string(c.structured(lifetime(t), answer.Answer{Body: answer.Record{{Name: "n", Value: answer.Int(3)}}}, []byte(`[`))); got != `{"n":"3","permalink":null}` {
		t.Error(got)
	}
}

// What is wrong comes back as a result that is an error, a panic too; a request of
// nobody is refused.
func TestCallThatFails(t *testing.T) {
	result, err := call(madeFor(t.Context(), asks(errors.New("no such <field>"))), t, `{}`)
	if err != nil || !result.IsError || result.Content[0].(*mcp.TextContent).Text != `{"title":"no such <field>","type":"lifetime-value"}` {
		t.Errorf("%v, %+v", err, result)
	}
	result, err = call(madeFor(t.Context(), asks(nil)), t, `{"panic":1}`)
	if err != nil || !result.IsError || !strings.Contains(result.Content[0].(*mcp.TextContent).Text, "panic: out of pencils") {
		t.Errorf("%v, %+v", err, result)
	}
	if _, err := call(t.Context(), t, `{}`); err == nil {
		t.Error("a request of nobody is answered")
	}
}

// A call ends a little before its request, so that there is time to say so; without
// a deadline it has none.
func TestInTime(t *testing.T) {
	end := time.Now().Add(time.Hour)
	bounded, stop := context.WithDeadline(t.Context(), end)
	defer stop()
	ctx, cancel := inTime(bounded)
	deadline, has := ctx.Deadline()
	if early := end.Sub(deadline); !has || early < 2*time.Minute || early > 4*time.Minute {
		t.Errorf("%v before the end of an hour", early)
	}
	if cancel(); ctx.Err() == nil {
		t.Error("it is not cancelled")
	}
	free, cancel := inTime(t.Context())
	defer cancel()
	if _, has := free.Deadline(); has {
		t.Error("a request without a deadline has one")
	}
}
