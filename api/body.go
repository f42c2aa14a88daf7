package api

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"blyant/internal/input"
	"blyant/model/vocabulary"
)

var formPattern = regexp.MustCompile(`^[\w.-]+=`)

// readJSON reads a body of JSON. One that is a form has the wrong media type.
func readJSON(shape input.Shape, body []byte, d input.Dialect, record any) vocabulary.Faults {
	faults := input.FromJSON(shape, body, d, record)
	if len(faults) == 1 && faults[0].Reason == "not_json" {
		switch {
		case shape.Rows != nil && !bytes.ContainsAny(body[:1], "{["):
			faults[0].Hint = hintRows
		case formPattern.Match(body):
			faults[0].Hint = hintForm
		}
	}
	return faults
}

// readForm reads the body of a form. One that is JSON has the wrong media type.
func readForm(shape input.Shape, body []byte, d input.Dialect, record any) vocabulary.Faults {
	if n := bytes.Count(body, []byte("&")) + 1; n > mostParams {
		return vocabulary.Faults{{Code: vocabulary.CodeTooMany, Reason: "too_many_parameters", Args: []string{strconv.Itoa(mostParams)}}}
	}
	params, unreadable := input.ParseQuery(strings.TrimRight(string(body), "\r\n"))
	switch {
	case len(unreadable) > 0:
		return unreadable
	case len(params) == 0 && len(bytes.TrimSpace(body)) == 0:
		return vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "empty_body"}}
	case len(params) > 0 && strings.ContainsAny(params[0].Name[:min(1, len(params[0].Name))], "{["):
		return vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "json_as_form", Hint: hintJSON}}
	}
	return input.FromParams(shape, params, d, record)
}
