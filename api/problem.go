package api

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/admission"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// problem is an error that has a status of its own. Its faults, where it has
// any, say more than its reason does.
type problem struct {
	status int
	reason string   // key of the sentence
	args   []string // what the sentence holds
	faults vocabulary.Faults
	retry  int // seconds after which it may work, 0 where that is not known
}

func (p *problem) Error() string { return p.reason + " " + strings.Join(p.args, ", ") }

// statusOf is the only place where an error gets its status. Input that cannot
// be taken apart (not JSON, not UTF-8, nothing) is 400; input that can be and
// is wrong is 422. An error that is not known here is 500 and tells nothing.
func statusOf(err error, c echo.Context) *problem {
	var (
		known  *problem
		faults vocabulary.Faults
		large  *http.MaxBytesError
		router *echo.HTTPError
		lacks  *calculator.NoFigureError
		dear   *admission.TooDearError
		busy   *admission.BusyError
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &faults):
		return faulty(faults)
	case errors.As(err, &lacks):
		return lacking(lacks)
	case errors.As(err, &dear):
		return faulty(calculator.TooDear(dear))
	case errors.As(err, &busy):
		return overloaded(busy.After)
	case errors.As(err, &large):
		return &problem{status: http.StatusRequestEntityTooLarge, reason: "body_too_large", args: []string{strconv.FormatInt(large.Limit, 10)}}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &problem{status: http.StatusServiceUnavailable, reason: "unavailable", retry: 1}
	case errors.As(err, &router) && router.Code == http.StatusNotFound:
		return unknownPath(c.Request().URL.Path)
	case errors.As(err, &router) && router.Code == http.StatusMethodNotAllowed:
		return &problem{status: router.Code, reason: "method_not_allowed",
			args: []string{cut(c.Request().Method), c.Response().Header().Get(echo.HeaderAllow)}}
	}
	return &problem{status: http.StatusInternalServerError, reason: "internal_error"}
}

// reasonUnknownPath is why there is no answer at an address.
const reasonUnknownPath = "unknown_path"

// unknownPath is the problem of an address at which there is nothing, with the
// nearest that there is.
func unknownPath(path string) *problem {
	p := &problem{status: http.StatusNotFound, reason: reasonUnknownPath}
	if hint := nearPath(path); hint != "" {
		p.faults = vocabulary.Faults{{Field: "path", Code: vocabulary.CodeNotAChoice, Reason: p.reason, Hint: hint, Value: cut(path)}}
	}
	return p
}

// faulty is the problem of a request with faults.
func faulty(faults vocabulary.Faults) *problem {
	faults = bounded(faults)
	malformed := slices.ContainsFunc(faults, func(f vocabulary.Fault) bool { return f.Code == vocabulary.CodeMalformed })
	if malformed {
		return &problem{status: http.StatusBadRequest, faults: faults}
	}
	return &problem{status: http.StatusUnprocessableEntity, faults: faults}
}

// notFound is the problem of a name in the path that means nothing; the hint is
// the nearest of those that do.
func notFound(field, reason, name string, known []string) *problem {
	return &problem{status: http.StatusNotFound, faults: vocabulary.Faults{{Field: field, Code: vocabulary.CodeNotAChoice, Reason: reason,
		Args: []string{cut(name)}, Hint: input.Nearest(name, known), Value: cut(name)}}}
}

// lacking is the problem of asking one of several things for a figure that it
// has not; it lists those that it has.
func lacking(e *calculator.NoFigureError) *problem {
	return &problem{status: http.StatusNotFound, faults: vocabulary.Faults{{Field: "figure", Code: vocabulary.CodeNotAChoice, Reason: "figure_of_whole",
		Args: []string{e.Name, strings.Join(e.Known, ", ")}, Hint: input.Nearest(e.Name, e.Known), Value: e.Name}}}
}

// notAcceptable is the problem of a format that there is not; it lists those
// that there are. The name is empty where Accept asked.
func notAcceptable(name string, offers []string) *problem {
	return &problem{status: http.StatusNotAcceptable, faults: vocabulary.Faults{{Field: "format", Code: vocabulary.CodeNotAChoice,
		Reason: "not_acceptable", Args: []string{strings.Join(offers, ", ")}, Hint: input.Nearest(name, offers), Value: cut(name)}}}
}
