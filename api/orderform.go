package api

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// orderForm is what the page was sent. The file is held until it is answered.
type orderForm struct {
	given map[string]string
	file  []byte
	named bool // a file was chosen
}

// Bounds of the form's own fields.
const (
	mostFormParts = 20
	mostFormField = 400
)

// readOrderForm takes the form apart, part by part: nothing of it is written to a
// disk.
func (s *server) readOrderForm(c echo.Context) (*orderForm, error) {
	kind, _, _ := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	parts, err := c.Request().MultipartReader()
	if err != nil {
		return nil, &problem{status: http.StatusUnsupportedMediaType, faults: refusedKind(kind, []string{echo.MIMEMultipartForm, echo.MIMEMultipartForm})}
	}
	sent := &orderForm{given: map[string]string{}}
	err = s.untilEnding(c, func() error {
		for range mostFormParts {
			part, err := parts.NextPart()
			switch {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil:
				return err
			case part.FormName() == "file":
				sent.named = part.FileName() != ""
				sent.file, err = io.ReadAll(part)
			default:
				var text []byte
				text, err = io.ReadAll(io.LimitReader(part, mostFormField))
				sent.given[part.FormName()] = strings.ToValidUTF8(string(text), "")
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if large, is := errors.AsType[*http.MaxBytesError](err); is {
		return nil, large
	}
	if err != nil {
		return nil, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "unreadable_body"}}
	}
	return sent, nil
}
