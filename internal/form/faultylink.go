package form

import (
	"strings"

	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// linkParams are the parameters of a link to the page in a language, and which
// decimal mark they have. It is the point, but where a text that cannot be read
// could be read with that: what is wrong with 10,20,30 or 1.234 where the comma is
// the decimal mark must not come right by itself on the way.
func (v *viewer) linkParams(lang string) input.Params {
	p := v.canonicalParams()
	switch {
	case !v.misreads():
		return append(p, input.Param{Name: "decimal", Value: "point"})
	case !v.Comma && lang == string(v.Lang):
		return v.doubtfully(p)
	}
	p = withCommas(v.Page, p)
	v.unread(func(i int, text string) { p[i].Value = text })
	return append(p, input.Param{Name: "decimal", Value: "comma"})
}

// unread hands over the texts that cannot be read, tidied, with their places among
// the parameters.
func (v *viewer) unread(yield func(i int, text string)) {
	for i, param := range v.entry.params() {
		f, known := v.Page.field(param.Name)
		if text := tidy(f, param.Value, v.Lang); known && !v.Reads(f, text) {
			yield(i, text)
		}
	}
}

// misreads reports whether a text that cannot be read here could be with a decimal
// point that is asked for.
func (v *viewer) misreads() (could bool) {
	params := v.entry.params()
	v.unread(func(i int, text string) {
		f, _ := v.Page.field(params[i].Name)
		could = could || (input.Dialect{Said: true}).Reads(f, text)
	})
	return could
}

// doubtfully are parameters of a link that does not say which decimal mark they
// have: nobody knows that of one of their lists. The other lists get the spaces that
// make them lists.
func (v *viewer) doubtfully(p input.Params) input.Params {
	for i, param := range p {
		if f, _ := v.Page.field(param.Name); f.Kind == vocabulary.KindNumbers {
			p[i].Value = strings.ReplaceAll(param.Value, ",", ", ")
		}
	}
	v.unread(func(i int, text string) { p[i].Value = text })
	return p
}
