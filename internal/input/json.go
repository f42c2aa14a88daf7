package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

// byteOrderMark may begin a text in UTF-8 and means nothing there.
var byteOrderMark = []byte("\uFEFF")

// readObject reads a body that is one JSON object and nothing else. Its faults
// are our own: the texts of encoding/json change from release to release. Items
// of the lists in tables, members of the object, are handed over one by one and
// not kept.
func readObject(body []byte, tables map[string]func(int, value)) (value, *vocabulary.Fault) {
	body = bytes.TrimPrefix(body, byteOrderMark)
	if !utf8.Valid(body) {
		return value{}, malformed(reasonNotUTF8)
	}
	if len(jsonSpaceTrimmed(body)) == 0 {
		return value{}, malformed(reasonEmptyBody)
	}
	raw, fault := onlyValue(body)
	if fault != nil {
		return value{}, fault
	}
	if loneSurrogate(raw) {
		return value{}, malformed(reasonNotUTF8)
	}
	w := walker{json.NewDecoder(bytes.NewReader(raw)), tables}
	w.UseNumber()
	root, fault := w.value(0)
	switch {
	case fault != nil:
		return value{}, fault
	case root.form != formObject:
		return value{}, malformed(reasonNotAnObject, root.shown())
	}
	return root, nil
}

func malformed(reason string, args ...string) *vocabulary.Fault {
	return &vocabulary.Fault{Code: vocabulary.CodeMalformed, Reason: reason, Args: args}
}

// onlyValue returns the text of the one JSON value in the body.
func onlyValue(body []byte) ([]byte, *vocabulary.Fault) {
	dec := json.NewDecoder(bytes.NewReader(body))
	var first, second json.RawMessage
	if err := dec.Decode(&first); err != nil {
		return nil, malformed(reasonNotJSON, position(body, offset(err, len(body)))...)
	}
	end := int(dec.InputOffset())
	rest := jsonSpaceTrimmed(body[end:])
	if len(rest) == 0 {
		return first, nil
	}
	reason := reasonTrailingData
	if dec.Decode(&second) == nil {
		reason = reasonSecondValue
	}
	return nil, malformed(reason, position(body, len(body)-len(rest)+1)...)
}

// jsonSpaceTrimmed drops leading white space of JSON.
func jsonSpaceTrimmed(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n") }

// offset is how many bytes were read when the error was found.
func offset(err error, end int) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && int(syntax.Offset) <= end {
		return int(syntax.Offset)
	}
	return end
}

// position writes the last of the bytes read as a line and a character in it.
func position(body []byte, read int) []string {
	before := body[:max(read-1, 0)]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return []string{strconv.Itoa(line), strconv.Itoa(column)}
}
