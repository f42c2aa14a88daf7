// Package assistant lets assistants use the calculators: as tools of the Model
// Context Protocol, over streamable HTTP, and by a page of text that says what
// there is (Guide).
//
// Tools follow from the list of calculators. Each is named as its resource, with _
// for -; it asks what the JSON body of the resource asks, by the schema of the
// published document, and answers with the same body. There every number is a text
// with the digits of the answer, since an assistant's reader of JSON may be one that
// has binary numbers only; and a permalink leads to where a person can see it. What
// is wrong with a call comes back in words, as a result that is an error, so that
// the assistant can mend its call.
//
// Nothing is kept between requests.
package assistant

import (
	"context"
	"net/http"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/locale"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Caller is who a request's calls are made for: what the server knows of it.
type Caller struct {
	Language locale.Language
	Base     string // address of the server as the public knows it, without a slash at the end
	// Answer computes what a body of JSON asks of a calculator.
	Answer func(ctx context.Context, calc *calculator.Calculator, body []byte) (answer.Answer, error)
	// Problem is what is wrong, as the calculator's resource would tell it: a
	// document for JSON.
	Problem func(calc *calculator.Calculator, err error) any
}

type callerKey struct{}

// made is a request's caller with the request's own context: the one that a call
// gets knows no deadline.
type made struct {
	Caller
	until context.Context
}

// For returns the request with the one its calls are made for.
func For(r *http.Request, c Caller) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), callerKey{}, made{c, r.Context()}))
}

// callerOf is the caller of a request; false where nobody has said who.
func callerOf(ctx context.Context) (made, bool) {
	c, known := ctx.Value(callerKey{}).(made)
	return c, known
}

// Handler answers the protocol's requests, each made for someone (For). It holds
// no sessions, so any number of servers answer as one.
func Handler(release string) (http.Handler, error) {
	servers := map[locale.Language]*mcp.Server{}
	for _, l := range locale.Languages() {
		server, err := newServer(release, l)
		if err != nil {
			return nil, err
		}
		servers[l] = server
	}
	return mcp.NewStreamableHTTPHandler(func(r *http.Request) *mcp.Server {
		c, _ := callerOf(r.Context())
		return servers[c.Language] // nil, which is refused, where nobody has said who
	}, &mcp.StreamableHTTPOptions{
		Stateless:           true,
		JSONResponse:        true, // one answer, whole: nothing is to be streamed
		MaxRequestBodyBytes: -1,   // whoever serves it bounds the body
		// Behind a proxy on the same machine every request comes from it, with the
		// name that the public knows. What the protection is for, a page that reads
		// what it must not, does not arise: there is nothing but what was asked.
		DisableLocalhostProtection:   true,
		PropagateRequestCancellation: true,
	}), nil
}

// instructions tell an assistant how to use the tools.
const instructions = `Exact figures on what a customer is worth. Shares and rates are fractions (0.9) or texts with a percent sign ("90%"); ` +
	`money is in the currency's main unit. Every figure of an answer is a text with its exact digits: quote it as it stands and do not compute it anew. ` +
	`An error lists every fault with field, code, message and hint: mend those and call again. ` +
	`Notes say what was assumed: pass them on. permalink is where a person can see the answer, change the inputs and take it as a workbook.`

// newServer is a server of the tools in one language.
func newServer(release string, l locale.Language) (*mcp.Server, error) {
	server := mcp.NewServer(&mcp.Implementation{Name: "blyant", Title: "blyant", Version: release},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{Tools: &mcp.ToolCapabilities{}}})
	for _, calc := range calculator.All() {
		tool, err := toolOf(calc, l)
		if err != nil {
			return nil, err
		}
		server.AddTool(tool, handlerOf(calc))
	}
	return server, nil
}

// toolOf describes a calculator as a tool.
func toolOf(calc *calculator.Calculator, l locale.Language) (*mcp.Tool, error) {
	schema, err := schemaOf(calc)
	if err != nil {
		return nil, err
	}
	no := false
	return &mcp.Tool{Name: ToolName(calc), Title: l.Label(calc.Name), Description: l.Meaning(calc.Name), InputSchema: schema,
		Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &no, DestructiveHint: &no}}, nil
}

// ToolName is what a calculator is called as a tool: lifetime_value.
func ToolName(calc *calculator.Calculator) string { return strings.ReplaceAll(calc.Name, "-", "_") }
