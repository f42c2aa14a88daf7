package assistant

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// handlerOf answers the calls of a calculator's tool.
func handlerOf(calc *calculator.Calculator) mcp.ToolHandler {
	return func(ctx context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		c, known := callerOf(ctx)
		if !known {
			return nil, errors.New("the request was made for nobody")
		}
		body := []byte(r.Params.Arguments)
		if len(body) == 0 { // a tool may be called without arguments
			body = []byte("{}")
		}
		ctx, cancel := inTime(c.until)
		defer cancel()
		a, err := c.safely(ctx, calc, body)
		if err != nil {
			return c.refusal(calc, err)
		}
		return result(c.structured(calc, a, body), false), nil
	}
}

// safely answers, and takes a panic for an error: a call has a goroutine of its
// own, where a panic would end the server.
func (c Caller) safely(ctx context.Context, calc *calculator.Calculator, body []byte) (a answer.Answer, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return c.Answer(ctx, calc, body)
}

// inTime is a context that ends a little before the request does, so that there
// is time to say so.
func inTime(ctx context.Context) (context.Context, context.CancelFunc) {
	deadline, bounded := ctx.Deadline()
	if !bounded {
		return context.WithCancel(ctx)
	}
	return context.WithDeadline(ctx, deadline.Add(-time.Until(deadline)/20))
}

// refusal is the result of a call that is wrong or cannot be answered now: the
// problem that the resource would answer with.
func (c Caller) refusal(calc *calculator.Calculator, err error) (*mcp.CallToolResult, error) {
	var document bytes.Buffer
	encoder := json.NewEncoder(&document)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(c.Problem(calc, err)); err != nil {
		return nil, err
	}
	return result(bytes.TrimSpace(document.Bytes()), true), nil
}

// result is a result as a structure, and for those who read none as a text.
func result(document []byte, isError bool) *mcp.CallToolResult {
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(document)}}, StructuredContent: json.RawMessage(document), IsError: isError}
}

// structured is the body of an answer with its numbers as texts, and last the
// permalink: null where the request has no address.
func (c Caller) structured(calc *calculator.Calculator, a answer.Answer, body []byte) []byte {
	document := quoteNumbers(bytes.TrimSpace(format.JSON(a)))
	document = append(document[:len(document)-1], `,"permalink":`...)
	if link := c.permalink(calc, body); link != "" {
		document = format.AppendJSONString(document, link)
	} else {
		document = append(document, "null"...)
	}
	return append(document, '}')
}

// permalink is the address of the page that shows the answer, or of the answer
// itself where there is no page; empty where the request has no address.
func (c Caller) permalink(calc *calculator.Calculator, body []byte) string {
	params, has := calc.Query(body)
	if !has {
		return ""
	}
	path := calc.Path()
	if calc.Page != "" {
		path = calc.Page
	}
	params = append(params, input.Param{Name: "lang", Value: string(c.Language)}, input.Param{Name: "decimal", Value: "point"})
	return c.Base + path + "?" + params.Encode()
}
