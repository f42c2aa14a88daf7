package openapi

import (
	"blyant/internal/option"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// options are the parameters about the answer of a resource that is given in
// these formats and has these tables.
func (b *builder) options(media, tables []string) openapi3.Parameters {
	var list openapi3.Parameters
	for _, o := range option.All() {
		about := len(o.Media) == 0 || slices.ContainsFunc(o.Media, func(m string) bool { return slices.Contains(media, m) })
		if about {
			list = append(list, &openapi3.ParameterRef{Value: b.option(o, media, tables)})
		}
	}
	return list
}

// option is the parameter of an option. Which formats and tables there are
// depends on the resource.
func (b *builder) option(o option.Option, media, tables []string) *openapi3.Parameter {
	f, standard := o.Field, ""
	switch f.Name {
	case "format":
		f.Default, f.Choices = "", media
		standard = "Default: what Accept prefers, else " + media[0] + "."
	case "table":
		f.Choices = tables
	}
	p := b.queryParameter(f, false)
	p.Description = sentences(o.Meaning, rangeText(f), defaultText(f), standard)
	switch value, given := plainAnswer[f.Name]; {
	case given:
		p.Example = value
	case standard != "":
		p.Example = media[0]
	case len(f.Choices) == 0:
		p.Example = ""
	}
	return p
}

// plainAnswer are the options with which numbers are read as the examples have
// them, and any table may be asked for.
var plainAnswer = map[string]string{"decimal": "point", "percent": "off", "signs": "plain"}
