package api

import (
	"net/http"
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// readOptions reads the options of the query; no request where the query
// cannot be read at all.
func (s *server) readOptions(c echo.Context) (*request, vocabulary.Faults) {
	params, faults := input.ParseQuery(c.Request().URL.RawQuery)
	if len(faults) > 0 {
		return nil, faults
	}
	r := &request{base: s.baseURL(c)}
	taken, rest := params.Split(optionNames...)
	if len(taken) > 0 {
		withoutRegion(taken)
		faults = input.FromParams(optionShape, taken, input.Dialect{}, &r.Options)
	}
	r.params = rest
	r.lang = languageOf(r.Lang, c.Request().Header)
	r.medium = choose(r.Format, c.Request().Header, offersOf(c))
	if r.medium != nil {
		r.Format = r.medium.Name
	}
	return r, append(faults, r.Conflicts()...)
}

// The options of a query; none is required.
var (
	optionNames = option.Names()
	optionShape = input.Shape{Fields: option.Fields()}
)

// withoutRegion writes a language as the options have it: nb-NO and nb_NO are nb.
func withoutRegion(options input.Params) {
	for i, o := range options {
		if l, known := locale.Parse(input.Trim(o.Value)); o.Name == "lang" && known {
			options[i].Value = string(l)
		}
	}
}

// languageOf returns the language of words: the one of the query, else the one
// that the client's settings prefer.
func languageOf(lang string, h http.Header) locale.Language {
	if l, known := locale.Parse(lang); known {
		return l
	}
	return locale.Match(h.Get("Accept-Language"))
}

// choose returns the format to answer in: the one of the query, else the one
// that Accept wants. A figure is text whatever Accept says. It is nil where
// there is no such format here.
func choose(name string, h http.Header, offers []string) *option.Medium {
	switch {
	case name != "" && !slices.Contains(offers, name):
		return nil
	case name != "":
		return option.MediumNamed(name)
	case len(offers) == 1:
		return option.MediumNamed(offers[0])
	}
	return negotiate(strings.Join(h.Values(echo.HeaderAccept), ","), offers)
}

const offersKey = "offers"

// offersOf returns the formats of the route that was found.
func offersOf(c echo.Context) []string {
	offers, _ := c.Get(offersKey).([]string)
	return offers
}
