package contract

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// checkProblem validates the body of an error that belongs to no resource.
func (d *description) checkProblem(answer []byte) error {
	var problem any
	if err := json.Unmarshal(answer, &problem); err != nil {
		return err
	}
	return d.Components.Schemas["Problem"].Value.VisitJSON(problem, openapi3.MultiErrors())
}

// checkSound is for answers whose schema says no more than text or bytes.
func checkSound(header http.Header, answer []byte) error {
	media, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return err
	}
	if check, known := sound[media]; known {
		return check(answer)
	}
	return nil
}

// sound tells of what is not JSON whether it is what its media type says.
var sound = map[string]func([]byte) error{
	"text/csv":                  wholeLines,
	"text/tab-separated-values": wholeLines,
	"application/x-ndjson":      wholeLines,
	"application/ndjson":        wholeLines,
	"application/jsonl":         wholeLines,
	"application/jsonlines":     wholeLines,
	"text/html":                 beginning("<!doctype html>"),
	"application/xml":           wellFormed,
	"image/svg+xml":             wellFormed,
	"image/png":                 beginning("\x89PNG\r\n"),
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": beginning("PK\x03\x04"),
}

// registerDecoders lets the validator read what is not JSON as a text.
func registerDecoders() {
	for media := range sound {
		openapi3filter.RegisterBodyDecoder(media, openapi3filter.PlainBodyDecoder)
	}
}

func beginning(mark string) func([]byte) error {
	return func(data []byte) error {
		if len(data) < len(mark) || !strings.EqualFold(string(data[:len(mark)]), mark) {
			return fmt.Errorf("it does not begin with %q", mark)
		}
		return nil
	}
}

func wellFormed(data []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// wholeLines wants a table to end where its last line does.
func wholeLines(data []byte) error {
	if !bytes.HasSuffix(data, []byte("\n")) {
		return errors.New("its last line has no end")
	}
	return nil
}
