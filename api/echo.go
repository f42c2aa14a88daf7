package api

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// Bounds of what an answer repeats of the request, so that none is much larger
// than its question deserves.
const (
	mostEcho   = 64   // bytes of a value in a problem
	mostName   = 128  // bytes of a field's name, which may have a path before it
	mostHint   = 1024 // bytes; a longer hint is none that anybody types
	mostFaults = 100  // of a request; the rest are counted
	mostShown  = 80   // characters of a text on a page: no field takes more
	mostParams = 5000 // of a form: no resource has as many
)

// bounded are faults as a problem repeats them.
func bounded(faults vocabulary.Faults) vocabulary.Faults {
	var more int
	if more = len(faults) - mostFaults; more > 0 {
		faults = append(faults[:mostFaults:mostFaults], vocabulary.Fault{Code: vocabulary.CodeTooMany, Reason: "more_faults", Args: []string{strconv.Itoa(more)}})
	}
	for i := range faults {
		f := &faults[i]
		if len(f.Field) <= mostEcho && len(f.Value) <= mostEcho && len(f.Hint) <= mostHint {
			continue
		}
		args := make([]string, len(f.Args))
		for j, arg := range f.Args {
			if args[j] = arg; arg == f.Value || arg == f.Field {
				args[j] = within(arg, mostEcho)
			}
		}
		f.Field, f.Value, f.Args = within(f.Field, mostName), within(f.Value, mostEcho), args
		if len(f.Hint) > mostHint {
			f.Hint = ""
		}
	}
	return faults
}

// within is a text of at most so many bytes, the last of them an ellipsis where
// some were left out.
func within(text string, most int) string {
	if len(text) <= most {
		return text
	}
	const ellipsis = "…"
	end := most - len(ellipsis)
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + ellipsis
}

// shownOnPage are the parameters of a request with faults as its page repeats
// them: texts as far as a field takes any, and numbers as they are, since whoever
// typed them wants to correct them.
func shownOnPage(params input.Params) input.Params {
	shown := make(input.Params, len(params))
	for i, p := range params {
		p.Name = within(p.Name, mostName)
		if utf8.RuneCountInString(p.Value) > mostShown && strings.Trim(p.Value, "0123456789.,;%- \u00a0") != "" {
			p.Value = string([]rune(p.Value)[:mostShown])
		}
		shown[i] = p
	}
	return shown
}
