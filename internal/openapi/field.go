package openapi

import (
	"maps"
	"slices"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// formatDouble keeps clients from reading numbers with single precision.
const formatDouble = "double"

// askedField describes a field in a JSON request: a number may be written as a
// text too, and null is a field that is not given, where it may be left out.
// Defaults stand in the description, since generators take a member with a
// default for one that must be there.
func (b *builder) askedField(f vocabulary.Field, required bool) *openapi3.SchemaRef {
	s := &openapi3.Schema{Description: fieldText(f)}
	switch f.Kind {
	case vocabulary.KindNumber, vocabulary.KindWhole:
		number := numberSchema(f)
		number.Nullable = !required
		s.OneOf = b.numberOrText(f, number)
		return s.NewRef()
	case vocabulary.KindNumbers:
		s.Type, s.MaxItems = types(openapi3.TypeArray), length(f.MaxLength)
		s.Items = (&openapi3.Schema{OneOf: b.numberOrText(f, numberSchema(f))}).NewRef()
	case vocabulary.KindNames:
		s.Type, s.MaxItems = types(openapi3.TypeArray), length(f.MaxLength)
		s.Items = openapi3.NewStringSchema().NewRef()
	case vocabulary.KindChoice: // null is taken too, and generators would make a word of it
		return b.choice(f)
	default:
		s.Type, s.MaxLength = types(openapi3.TypeString), length(f.MaxLength)
	}
	s.Nullable = !required
	return s.NewRef()
}

// Records of numbers that are written as texts.
const (
	recordNumberText  = "NumberText"
	recordPercentText = "PercentText"
)

// numberOrText is a number, or the text of one.
func (b *builder) numberOrText(f vocabulary.Field, number *openapi3.Schema) openapi3.SchemaRefs {
	text := openapi3.NewStringSchema().WithPattern(numberPattern(f))
	name := recordNumberText
	text.Description = "A number as text, with the digits it is to have."
	if f.TakesPercent() {
		name, text.Description = recordPercentText, "A number as text, with the digits it is to have, or a percentage: 40% is 0.4."
	}
	return openapi3.SchemaRefs{number.NewRef(), b.define(name, text)}
}

// givenField describes a field as an answer gives it back, after defaults.
func (b *builder) givenField(f vocabulary.Field) *openapi3.SchemaRef {
	filled := f.Default != "" && !f.Conditional || f.DefaultField != "" || f.Kind == vocabulary.KindText
	s := &openapi3.Schema{Type: types(openapi3.TypeString), Enum: enum(f)}
	switch f.Kind {
	case vocabulary.KindChoice:
		if filled || needed(f) {
			return b.choice(f)
		}
		s.Enum = append(s.Enum, nil)
	case vocabulary.KindNumber, vocabulary.KindWhole:
		s = numberSchema(f)
		s.Nullable = !filled && !needed(f)
		if !f.PercentAbove.IsZero() { // above that it comes back with its percent sign
			s = &openapi3.Schema{OneOf: b.numberOrText(f, s)}
		}
	case vocabulary.KindNumbers:
		s = openapi3.NewArraySchema().WithItems(numberSchema(f))
	case vocabulary.KindNames:
		s = openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema())
	}
	s.Description = fieldText(f)
	s.Nullable = s.Type != nil && !filled && !needed(f)
	return s.NewRef()
}

// figureSchema describes a figure of an answer.
func figureSchema(f vocabulary.Figure) *openapi3.Schema {
	s := &openapi3.Schema{Type: types(openapi3.TypeNumber), Format: formatDouble, Nullable: f.Nullable}
	if f.Rounding == vocabulary.RoundWhole {
		s.Type, s.Format = types(openapi3.TypeInteger), ""
	}
	s.Description = sentences(locale.English.Meaning(f.Name), unitText(f.Unit))
	return s
}

// numberSchema describes a number of JSON, which is bare: what needs a percent
// sign is a text.
func numberSchema(f vocabulary.Field) *openapi3.Schema {
	if !f.PercentAbove.IsZero() {
		f.Max = f.PercentAbove
	}
	s := &openapi3.Schema{Type: types(openapi3.TypeNumber), Format: formatDouble, Min: bound(f.Min), Max: bound(f.Max)}
	if f.Kind == vocabulary.KindWhole {
		s.Type, s.Format = types(openapi3.TypeInteger), ""
	}
	return s
}

// newRecord is a record that is closed: it has the members named, no others.
func newRecord() *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	s.AdditionalProperties = closed()
	return s
}

func closed() openapi3.AdditionalProperties {
	no := false
	return openapi3.AdditionalProperties{Has: &no}
}

func sortedNames(members openapi3.Schemas) []string { return slices.Sorted(maps.Keys(members)) }

func types(name string) *openapi3.Types { return &openapi3.Types{name} }

func ptr[T any](x T) *T { return &x }
