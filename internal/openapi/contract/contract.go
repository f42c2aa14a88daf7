// Package contract holds requests and answers of tests against the published
// OpenAPI 3 document.
//
// A test wraps the handler it asks:
//
//	handler := contract.Handler(t, api.New(api.Config{}))
//
// From then on every answer has to be one that the document describes, down to
// the last member, and every request that was answered well has to be one that
// it allows. Errors on paths that the document does not know have to be
// problems all the same. What the document leaves out on purpose, the pages for
// people, is let through.
package contract

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// Handler is h, every exchange with which is checked. Answers are held back
// until they are whole, so streams are not for it.
func Handler(t testing.TB, h http.Handler) http.Handler {
	t.Helper()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body []byte
		if r.Body != nil {
			body, _ = io.ReadAll(r.Body) // a body that breaks off does so for h too
			r.Body = io.NopCloser(bytes.NewReader(body))
		}
		asked := r.Clone(context.Background())
		recorder := httptest.NewRecorder()
		h.ServeHTTP(recorder, r)
		Check(t, asked, body, recorder.Result())
		for name, values := range recorder.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(recorder.Code)
		_, _ = w.Write(recorder.Body.Bytes()) // the test's own recorder or connection
	})
}

// Check reports what the document does not allow of a request, the body that
// was sent with it, and its answer, whose body is read and put back.
func Check(t testing.TB, request *http.Request, body []byte, response *http.Response) {
	t.Helper()
	if err := check(request, body, response); err != nil {
		t.Errorf("%s %s, answered %d: %v", request.Method, request.URL.RequestURI(), response.StatusCode, err)
	}
}

func check(request *http.Request, body []byte, response *http.Response) error {
	document, err := published()
	if err != nil {
		return err
	}
	answer, err := readAnswer(response)
	if err != nil {
		return err
	}
	if request.Method == http.MethodOptions {
		return checkOptions(response, answer)
	}
	normal, err := normalised(request, body)
	if err != nil { // it cannot be taken apart, which its answer says
		return checkUnknown(document, request, response, answer)
	}
	route, path, err := document.router.FindRoute(normal)
	if err != nil {
		return checkUnknown(document, request, response, answer)
	}
	input := &openapi3filter.RequestValidationInput{Request: normal, PathParams: path, Route: route,
		Options: &openapi3filter.Options{SkipSettingDefaults: true, MultiError: true, IncludeResponseStatus: true,
			SchemaValidationOptions: []openapi3.SchemaValidationOption{openapi3.DisableSchemaErrorDetails()}}}
	if good(response, answer) {
		if err := openapi3filter.ValidateRequest(context.Background(), input); err != nil {
			return fmt.Errorf("the document does not allow the request: %w", err)
		}
	}
	return checkAnswer(input, request.Method, response, answer)
}

// checkAnswer validates status, headers and body.
func checkAnswer(input *openapi3filter.RequestValidationInput, method string, response *http.Response, answer []byte) error {
	options := *input.Options
	options.ExcludeResponseBody = method == http.MethodHead
	if method == http.MethodHead && len(answer) > 0 {
		return fmt.Errorf("the answer to a HEAD has a body of %d bytes", len(answer))
	}
	err := openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{RequestValidationInput: input,
		Status: response.StatusCode, Header: response.Header, Body: io.NopCloser(bytes.NewReader(answer)), Options: &options})
	if err != nil {
		return fmt.Errorf("the document does not describe the answer: %w", err)
	}
	if options.ExcludeResponseBody || len(answer) == 0 {
		return nil
	}
	return checkSound(response.Header, answer)
}

// good reports whether the request was taken, and not answered 200 with the text
// of an error for a spreadsheet cell.
func good(response *http.Response, answer []byte) bool {
	return response.StatusCode < 300 && !bytes.HasPrefix(answer, []byte("#ERR "))
}

// checkUnknown is for what the document does not know: errors are problems or
// plain text, and of the resources proper there must be no others.
func checkUnknown(document *description, request *http.Request, response *http.Response, answer []byte) error {
	media, _, _ := strings.Cut(response.Header.Get("Content-Type"), ";")
	switch {
	case response.StatusCode < 400 && strings.HasPrefix(request.URL.Path, "/v1/"):
		return fmt.Errorf("the document does not know the resource")
	case response.StatusCode < 400 || request.Method == http.MethodHead || media == "text/plain":
		return nil
	case media == "text/html" && !strings.HasPrefix(request.URL.Path, "/v1/"):
		return nil // the form tells what is wrong on the page itself
	case media != "application/problem+json":
		return fmt.Errorf("an error is given as %s", media)
	}
	return document.checkProblem(answer)
}

func checkOptions(response *http.Response, answer []byte) error {
	if response.StatusCode != http.StatusNoContent || len(answer) > 0 {
		return nil // an error, or a page that answers OPTIONS in its own way
	}
	if response.Header.Get("Allow") == "" {
		return fmt.Errorf("OPTIONS is answered without Allow")
	}
	return nil
}

// readAnswer returns the answer's body, decompressed.
func readAnswer(response *http.Response) ([]byte, error) {
	sent, err := io.ReadAll(response.Body)
	response.Body = io.NopCloser(bytes.NewReader(sent))
	if err != nil || response.Header.Get("Content-Encoding") != "gzip" || len(sent) == 0 {
		return sent, err
	}
	reader, err := gzip.NewReader(bytes.NewReader(sent))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}
