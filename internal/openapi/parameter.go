package openapi

import (
	"maps"
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// query lists what a query says instead of the body: fields of objects bare,
// lists of values parted by commas, and the fields of items as KEY.field. Each
// parameter has the value that the example gives it.
func (b *builder) query(s input.Shape, e example) openapi3.Parameters {
	list := b.queryOfMembers(s, e)
	for _, f := range s.Fields {
		list = append(list, b.queryOfField(f, needed(f), e))
	}
	return list
}

// queryOfMembers are the parameters of a shape's members.
func (b *builder) queryOfMembers(s input.Shape, e example) openapi3.Parameters {
	var list openapi3.Parameters
	for _, m := range s.Members {
		if m.Form == input.Table {
			continue // in a body only
		}
		if m.Form == input.List {
			list = append(list, &openapi3.ParameterRef{Value: keyed(s, m, e)})
			continue
		}
		if m.Form == input.Named || m.Form == input.Map {
			list = append(list, b.named(m, e)...)
			continue
		}
		for _, f := range taken(m.Shape) {
			p := b.queryOfField(f, needed(f) && m.Form == input.Object && !m.Partial, e)
			if _, given := e.bare[f.Name]; m.Spare && !given { // its default would be there, and so would be the member
				f.Default = ""
				setExample(p.Value, f, "", false)
			}
			list = append(list, p)
		}
	}
	return list
}

func (b *builder) queryOfField(f vocabulary.Field, required bool, e example) *openapi3.ParameterRef {
	p := b.queryParameter(f, required)
	value, given := e.bare[f.Name]
	setExample(p, f, value, given)
	return &openapi3.ParameterRef{Value: p}
}

// setExample gives a parameter the value that its field has in the example. One
// that the example does not give has its default or is empty, so that nobody
// who fills in all parameters makes something up.
func setExample(p *openapi3.Parameter, f vocabulary.Field, value any, given bool) {
	if f.Kind == vocabulary.KindChoice && f.Default == "" && !p.Required {
		p.Schema = (&openapi3.Schema{Type: types(openapi3.TypeString), Enum: append(enum(f), "")}).NewRef()
	}
	switch {
	case given:
		p.Example = value
	case f.Kind == vocabulary.KindChoice && f.Default != "":
		p.Example = f.Default
	default:
		p.Example = ""
	}
}

// keyedName stands for the names of the parameters that set a field of an item.
const keyedName = "KEY.field"

// keyed describes the fields of a list's items, which are as many parameters as
// one likes: an object whose members are written out. Its own name stays unsaid.
func keyed(s input.Shape, m input.Member, e example) *openapi3.Parameter {
	explode := true
	p := openapi3.NewQueryParameter(keyedName).WithDescription("Sets a field of one of the " + m.Name + ": one.name, two.name and so on, the fields being those of " + m.Name + " in the body.")
	p.Style, p.Explode = openapi3.SerializationForm, &explode
	p.Example = maps.Collect(func(yield func(string, any) bool) {
		for name, value := range e.keyedValues {
			member, _, _ := strings.Cut(name, ".")
			ofMember := slices.ContainsFunc(s.Members, func(other input.Member) bool { return other.Name == member && other.Form != input.List })
			if !ofMember && !yield(name, value) {
				return
			}
		}
	})
	return p.WithSchema(texts())
}

// texts is an object whose members have any name and are texts.
func texts() *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	s.AdditionalProperties = openapi3.AdditionalProperties{Schema: openapi3.NewStringSchema().NewRef()}
	return s
}

// needed reports whether a field must be given, whatever else is.
func needed(f vocabulary.Field) bool { return f.Required && len(f.Alternatives) == 0 }

// taken are the fields of a shape but for those that are never taken.
func taken(s input.Shape) []vocabulary.Field {
	return slices.DeleteFunc(slices.Clone(s.Fields), func(f vocabulary.Field) bool { return slices.Contains(s.Refused, f.Name) })
}

// queryParameter describes a field in a query. An empty value is that of a
// field that is not given.
func (b *builder) queryParameter(f vocabulary.Field, required bool) *openapi3.Parameter {
	ref := (&openapi3.Schema{Type: types(openapi3.TypeString), Enum: enum(f)}).NewRef()
	s := ref.Value
	switch f.Kind {
	case vocabulary.KindChoice:
		ref = b.choice(f)
	case vocabulary.KindNumber, vocabulary.KindWhole:
		s.Pattern = numberPattern(f)
	case vocabulary.KindNumbers:
		s.Pattern = listPattern(f)
	case vocabulary.KindText:
		s.MaxLength = length(f.MaxLength)
	}
	if f.Default != "" {
		if ref.Ref != "" { // beside a reference nothing counts
			s = &openapi3.Schema{AllOf: openapi3.SchemaRefs{ref}}
		}
		s.Default, ref = f.Default, s.NewRef()
	}
	return &openapi3.Parameter{In: openapi3.ParameterInQuery, Name: f.Name, Description: fieldText(f), Schema: ref,
		Required: required, AllowEmptyValue: !required}
}
