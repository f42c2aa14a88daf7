package contract

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"

	"blyant/internal/input"
)

// normalised is the request as the validator can read it: a HEAD is a GET, and
// the query and a form are written anew, since the service takes a raw
// semicolon and a bare percent sign and the validator does not.
func normalised(request *http.Request, body []byte) (*http.Request, error) {
	normal := request.Clone(request.Context())
	if normal.Method == http.MethodHead {
		normal.Method = http.MethodGet
	}
	query, err := rewritten(request.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	normal.URL.RawQuery = query
	text := string(withoutNulls(body))
	if strings.HasPrefix(request.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		if text, err = rewritten(strings.TrimRight(text, "\r\n")); err != nil {
			return nil, err
		}
	}
	normal.Body = io.NopCloser(strings.NewReader(text))
	return normal, nil
}

// withoutNulls is a JSON body without the members that are null, which are fields
// that are not given. The document says so of all but choices: generators of
// clients would make a word of it.
func withoutNulls(body []byte) []byte {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil || decoder.More() {
		return body
	}
	text, err := json.Marshal(dropNulls(value))
	if err != nil {
		return body
	}
	return text
}

func dropNulls(value any) any {
	switch v := value.(type) {
	case []any:
		for i := range v {
			v[i] = dropNulls(v[i])
		}
	case map[string]any:
		for name, member := range v {
			if v[name] = dropNulls(member); member == nil {
				delete(v, name)
			}
		}
	}
	return value
}

func rewritten(query string) (string, error) {
	params, faults := input.ParseQuery(query)
	if err := faults.OrNil(); err != nil {
		return "", err
	}
	parts := make([]string, len(params))
	for i, p := range params {
		parts[i] = url.QueryEscape(p.Name) + "=" + url.QueryEscape(p.Value)
	}
	return strings.Join(parts, "&"), nil
}
