package api

import (
	"errors"
	"net/http"

	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// mediaRows is the media type of a body of rows.
var mediaRows = option.MediumNamed(option.CSV).Type

// readRows reads a body of rows. The fields beside them stand in the query; its
// decimal and delimiter hold for the rows too.
func (s *server) readRows(c echo.Context, r *request, shape input.Shape, record any) (vocabulary.Faults, error) {
	faults := input.FromParams(shape, r.params, r.reading(), record)
	if len(faults) > 0 {
		return faults, nil
	}
	err := s.untilEnding(c, func() error { return shape.Rows(record, c.Request().Body, r.rowDialect()) })
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return nil, large
	}
	if errors.As(err, &faults) || err == nil {
		return faults, nil
	}
	return vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "unreadable_body"}}, nil
}

// rowDialect is how the rows of a body have been said to be.
func (r *request) rowDialect() input.RowDialect {
	return input.RowDialect{
		Decimal:   map[string]byte{"point": '.', "comma": ','}[r.Decimal],
		Delimiter: map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t'}[r.Delimiter],
	}
}
