package openapi

import (
	"maps"
	"reflect"
	"slices"

	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// Extension that gives generators of code the names of an enumeration's values.
const enumNames = "x-enum-varnames"

// choice is a choice among the words of a field, kept where all its uses can
// refer to it: clients then have one type of it.
func (b *builder) choice(f vocabulary.Field) *openapi3.SchemaRef {
	s := openapi3.NewStringSchema()
	s.Enum, s.Description = enum(f), fieldText(f)
	if known, taken := b.Components.Schemas[camel(f.Name)]; taken && !reflect.DeepEqual(known.Value, s) {
		return s.NewRef() // something else has the name already
	}
	return b.define(camel(f.Name), s)
}

// nameChoices gives the values of all enumerations names that tell them apart,
// and from the names of records: Plan is one already.
func (b *builder) nameChoices() {
	for name, ref := range b.Components.Schemas {
		nameValues(name, ref)
	}
	for _, item := range b.Paths.Map() {
		for _, operation := range item.Operations() {
			for _, p := range operation.Parameters {
				if p.Value.Schema.Ref == "" {
					nameValues(camel(operation.OperationID)+camel(p.Value.Name), p.Value.Schema)
				}
			}
		}
	}
}

// nameValues names the values of a schema of that name, and of what stands
// within it.
func nameValues(name string, ref *openapi3.SchemaRef) {
	s := ref.Value
	if len(s.Enum) > 0 {
		var names []string
		for _, v := range s.Enum {
			text, _ := v.(string)
			if text == "" {
				text = "none"
			}
			names = append(names, name+camel(text))
		}
		s.Extensions = map[string]any{enumNames: names}
	}
	for _, member := range slices.Sorted(maps.Keys(s.Properties)) {
		if p := s.Properties[member]; p.Ref == "" {
			nameValues(name+camel(member), p)
		}
	}
	if s.Items != nil && s.Items.Ref == "" {
		nameValues(name, s.Items)
	}
}
