package api

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/assistant"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

const toolsPath = "/mcp"

// tools answers the Model Context Protocol. A request of many calls at once, as
// the protocol once had it, is refused: each call is to be counted and let in for
// itself.
func (s *server) tools() echo.HandlerFunc {
	handler := sync.OnceValue(func() http.Handler { return toolsHandler(s.build.Version) })
	return func(c echo.Context) error {
		body, err := s.readBody(c) // here, where what is held of bodies is counted
		if err != nil {
			return err
		}
		if first := bytes.TrimLeft(body, " \t\r\n"); len(first) > 0 && first[0] == '[' {
			return vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "one_call", Value: "["}}
		}
		r := assistant.For(c.Request(), s.caller(c))
		r.Body = io.NopCloser(bytes.NewReader(body))
		handler().ServeHTTP(c.Response(), r)
		if !c.Response().Committed { // the protocol's handler says nothing where the time is over
			return r.Context().Err()
		}
		return nil
	}
}

// caller is what the server knows of the request. A call may end after the
// request's own context is in other hands, so none of its functions holds that.
func (s *server) caller(c echo.Context) assistant.Caller {
	e, r, lang := c.Echo(), c.Request(), languageOf(looseOptions(c.Request()).Lang, c.Request().Header)
	id := c.Response().Header().Get(echo.HeaderXRequestID)
	call := func(ctx context.Context, calc *calculator.Calculator) echo.Context {
		c := e.NewContext(r.WithContext(ctx), nil)
		c.SetPath(calc.Path())
		return c
	}
	return assistant.Caller{Language: lang, Base: s.baseURL(c),
		Answer: func(ctx context.Context, calc *calculator.Calculator, body []byte) (answer.Answer, error) {
			return s.computeBody(call(ctx, calc), calc, body, lang)
		},
		Problem: func(calc *calculator.Calculator, err error) any {
			p := statusOf(err, call(r.Context(), calc))
			if p.status == http.StatusInternalServerError {
				s.Logger.Error("internal error", slog.Any("error", err), slog.String("route", toolsPath), slog.String("request_id", id))
			}
			return p.document(lang, calc.Path())
		}}
}

// computeBody answers what a body of JSON asks of a calculator, for a tool.
func (s *server) computeBody(c echo.Context, calc *calculator.Calculator, body []byte, l locale.Language) (answer.Answer, error) {
	request := calc.NewRequest()
	if faults := input.FromJSON(calc.Request, body, input.Dialect{}, request); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	if err := s.admit(c, calc.Cost(request, option.JSON, 0)); err != nil {
		return answer.Answer{}, err
	}
	defer leave(c)
	return calc.Answer(c.Request().Context(), request, l)
}

// guide godoc
//
//	@Summary		What there is for assistants
//	@Description	The calculators, tools and references in text, with full addresses.
//	@Tags			reference
//	@Produce		plain
//	@Success		200	{string}	string
//	@Router			/llms.txt [get]
func (s *server) guide(c echo.Context) error {
	return s.sendReference(c, "text/plain; charset=utf-8", []byte(assistant.Guide(s.baseURL(c))))
}

// toolsHandler is the protocol's handler. Its schemas are those of the document
// that is part of the program, so one that has none is a fault of the program,
// which every test meets.
func toolsHandler(release string) http.Handler {
	handler, err := assistant.Handler(strings.TrimPrefix(release, "v"))
	if err != nil {
		panic(err)
	}
	return handler
}
