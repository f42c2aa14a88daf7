package api

import (
	"net/http"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// request is what was asked beside the customer: in which format, language and
// dialect.
type request struct {
	option.Options
	lang   locale.Language
	medium *option.Medium
	params input.Params // of the query, without the options
	base   string       // address of the server as the public knows it, without a slash at the end
	tag    string       // entity tag of the answer, before compression
	buffer buffer       // of the answer's bytes

	embedded bool // the page is to be shown within another
}

// read takes a request apart: into the record goes what is asked of the model, the
// rest is returned. Its faults come all at once. A GET whose answer the client
// has already ends here too, with unchangedError.
func (s *server) read(c echo.Context, shape input.Shape, record any) (*request, error) {
	r, faults := s.readOptions(c)
	if r == nil {
		return nil, faults
	}
	if r.medium == nil {
		return nil, notAcceptable(r.Format, offersOf(c))
	}
	more, err := s.readInput(c, r, shape, record)
	if err != nil {
		return nil, err
	}
	if err := append(faults, more...).OrNil(); err != nil {
		return nil, err
	}
	if c.Request().Method != http.MethodPost {
		r.tag = s.entityTag(c, r)
		if tag, has := held(c.Request().Header, r.tag); has {
			return nil, &unchangedError{tag}
		}
	}
	return r, nil
}

// reading is how the texts of the request have their numbers.
func (r *request) reading() input.Dialect {
	return input.Dialect{Comma: r.ReadsComma(), Said: r.Decimal != "", Percent: r.Percent == "on"}
}
