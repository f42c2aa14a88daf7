package docs_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// call is a request as a curl command puts it.
type call struct {
	method, address string
	header          http.Header
	data            []string
	inQuery         bool // -G: the data is the query
}

// ask sends the call to the handler, whatever host it names.
func (c call) ask(h http.Handler) (*httptest.ResponseRecorder, error) {
	address, data := c.address, strings.Join(c.data, "&")
	var body io.Reader
	if c.inQuery {
		address += "?" + data
	} else if data != "" {
		body = strings.NewReader(data)
	}
	request, err := http.NewRequest(c.verb(), address, body) // the handler is in this process
	if err != nil {
		return nil, err
	}
	request.Header = c.header
	if body != nil && c.header.Get("Content-Type") == "" {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, request)
	return recorder, nil
}

func (c call) verb() string {
	switch {
	case c.method != "":
		return c.method
	case len(c.data) > 0 && !c.inQuery:
		return http.MethodPost
	}
	return http.MethodGet
}

// readCall reads a curl command, of whose options it knows those that the
// guides use.
func readCall(arguments []string) (call, error) {
	c := call{header: http.Header{"Accept": {"*/*"}}}
	for i := 0; i < len(arguments); i++ {
		option, value := arguments[i], ""
		if takesValue(option) {
			if i++; i == len(arguments) {
				return c, fmt.Errorf("curl's %s lacks its value", option)
			}
			value = arguments[i]
		}
		if err := c.set(option, value); err != nil {
			return c, err
		}
	}
	return c, nil
}

func takesValue(option string) bool {
	switch option {
	case "-X", "-H", "-d", "-o", "--data", "--data-urlencode", "--data-binary", "--json", "--output":
		return true
	}
	return false
}

func (c *call) set(option, value string) error {
	switch option {
	case "-s", "-g", "-i", "-o", "--output", "--compressed":
	case "-I":
		c.method = http.MethodHead
	case "-G":
		c.inQuery = true
	case "-X":
		c.method = value
	case "-H":
		name, content, _ := strings.Cut(value, ":")
		c.header.Set(name, strings.TrimSpace(content))
	case "-d", "--data":
		c.data = append(c.data, value)
	case "--data-urlencode":
		name, content, _ := strings.Cut(value, "=")
		c.data = append(c.data, name+"="+url.QueryEscape(content))
	case "--data-binary":
		content, err := fileNamed(value)
		if err != nil {
			return err
		}
		c.data = append(c.data, content)
	case "--json":
		c.header.Set("Content-Type", "application/json")
		c.header.Set("Accept", "application/json")
		c.data = append(c.data, value)
	default:
		if strings.HasPrefix(option, "-") || c.address != "" {
			return fmt.Errorf("what does curl's %q do? The runner of the guides does not know", option)
		}
		c.address = option
	}
	return nil
}

// fileNamed is the content of the file that @ names, from the top of the
// repository, else the text itself.
func fileNamed(value string) (string, error) {
	name, isFile := strings.CutPrefix(value, "@")
	if !isFile {
		return value, nil
	}
	content, err := os.ReadFile(filepath.Join("..", name))
	return string(content), err
}
