package openapi

import (
	"reflect"
	"slices"

	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// query lists what a query says instead of the body: fields of objects bare,
// lists of values parted by commas, and the fields of items as KEY.field. Each
// parameter has the value that the example gives it.
func (e example) query(s input.Shape) openapi3.Parameters {
	list := e.members(s)
	for _, f := range s.Fields {
		list = append(list, e.field(f, needed(f)))
	}
	return list
}

// members are the parameters of a shape's members.
func (e example) members(s input.Shape) openapi3.Parameters {
	var list openapi3.Parameters
	for _, m := range s.Members {
		if m.Form == input.List {
			list = append(list, &openapi3.ParameterRef{Value: e.keyed(m)})
			continue
		}
		if m.Form == input.Named || m.Form == input.Map {
			list = append(list, e.named(m)...)
			continue
		}
		for _, f := range taken(m.Shape) {
			list = append(list, e.field(f, needed(f) && m.Form == input.Object))
		}
	}
	return list
}

func (e example) field(f vocabulary.Field, required bool) *openapi3.ParameterRef {
	p := queryParameter(f, required)
	if value, given := e.bare[f.Name]; given {
		p.Example = value
	}
	return &openapi3.ParameterRef{Value: p}
}

// keyed describes the items of a list, which are as many parameters as one
// likes: an object whose members are written out. Its own name stays unsaid.
func (e example) keyed(m input.Member) *openapi3.Parameter {
	explode := true
	p := openapi3.NewQueryParameter(m.Name).WithDescription("The fields of each " + m.Item + " as KEY.field, the key being letters, digits, - and _. They are those of " + m.Name + " in the body.")
	p.Style, p.Explode = openapi3.SerializationForm, &explode
	s := openapi3.NewObjectSchema()
	s.AdditionalProperties = openapi3.AdditionalProperties{Schema: openapi3.NewStringSchema().NewRef()}
	if len(e.keyedValues) > 0 {
		p.Example = e.keyedValues
	}
	return p.WithSchema(s)
}

// needed reports whether a field must be given, whatever else is.
func needed(f vocabulary.Field) bool { return f.Required && len(f.Alternatives) == 0 }

// taken are the fields of a shape but for those that are never taken.
func taken(s input.Shape) []vocabulary.Field {
	return slices.DeleteFunc(slices.Clone(s.Fields), func(f vocabulary.Field) bool { return slices.Contains(s.Refused, f.Name) })
}

// queryParameter describes a field in a query. An empty value is that of a
// field that is not given.
func queryParameter(f vocabulary.Field, required bool) *openapi3.Parameter {
	s := &openapi3.Schema{Type: types(openapi3.TypeString), Enum: enum(f)}
	switch f.Kind {
	case vocabulary.KindNumber, vocabulary.KindWhole:
		s.Pattern = numberPattern(f)
	case vocabulary.KindNumbers:
		s.Pattern = listPattern(f)
	case vocabulary.KindText, vocabulary.KindChoice:
		s.MaxLength = length(f.MaxLength)
	}
	if f.Default != "" {
		s.Default = f.Default
	}
	return &openapi3.Parameter{In: openapi3.ParameterInQuery, Name: f.Name, Description: fieldText(f), Schema: s.NewRef(),
		Required: required, AllowEmptyValue: !required}
}

// options are the parameters about the answer of a resource that is given in
// these formats.
func options(media []string) openapi3.Parameters {
	var list openapi3.Parameters
	for _, o := range option.All() {
		about := len(o.Media) == 0 || slices.ContainsFunc(o.Media, func(m string) bool { return slices.Contains(media, m) })
		if !about {
			continue
		}
		f := o.Field
		if f.Name == formatOption {
			f.Default = ""
			f.Choices = media
		}
		p := queryParameter(f, false)
		p.Description = sentences(o.Meaning, rangeText(f), defaultText(f))
		if f.Name == formatOption {
			p.Description += " Default: what Accept prefers, else " + media[0] + "."
		}
		list = append(list, &openapi3.ParameterRef{Value: p})
	}
	return list
}

// formatOption is the option whose choices depend on the resource.
const formatOption = "format"

// share keeps the query parameters that several operations have alike in one
// place, and refers to them.
func (b *builder) share() {
	for _, path := range paths(b.T) {
		for _, operation := range inOrder(b.Paths.Value(path)) {
			for i, ref := range operation.Parameters {
				if ref.Value.In == openapi3.ParameterInQuery && !ref.Value.Required {
					operation.Parameters[i] = b.shared(ref)
				}
			}
		}
	}
}

// shared is a reference to the parameter where it is the common one of its name.
func (b *builder) shared(ref *openapi3.ParameterRef) *openapi3.ParameterRef {
	common, known := b.Components.Parameters[ref.Value.Name]
	if !known {
		b.Components.Parameters[ref.Value.Name], common = &openapi3.ParameterRef{Value: ref.Value}, ref
	}
	if !reflect.DeepEqual(common.Value, ref.Value) {
		return ref
	}
	return &openapi3.ParameterRef{Ref: "#/components/parameters/" + ref.Value.Name, Value: ref.Value}
}
