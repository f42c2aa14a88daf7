package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// closeObjects lets objects have the members named and no others. An object
// without named members may have any.
func closeObjects(s *openapi3.Schema) {
	if len(s.Properties) > 0 && s.AdditionalProperties.Schema == nil && s.AdditionalProperties.Has == nil {
		no := false
		s.AdditionalProperties.Has = &no
	}
	eachInline(s, closeObjects)
}

// requireAll makes an answer have all its members: one without a value is null.
func requireAll(s *openapi3.Schema) {
	s.Required = nil
	for name := range s.Properties {
		s.Required = append(s.Required, name)
	}
	slices.Sort(s.Required)
	eachInline(s, requireAll)
}

// askNumbers lets a request write a number as a text too, and null for a field
// that is not given.
func askNumbers(s *openapi3.Schema) {
	for name, property := range s.Properties {
		if property.Ref != "" {
			continue
		}
		p := askNumber(property)
		s.Properties[name] = p
		p.Value.Nullable = true
		if len(p.Value.Enum) > 0 {
			p.Value.Enum = append(p.Value.Enum, nil)
		}
	}
	if s.Items != nil && s.Items.Ref == "" {
		s.Items = askNumber(s.Items)
	}
	slices.Sort(s.Required)
}

// askNumber is a number or the text of one; other schemas stay as they are.
func askNumber(ref *openapi3.SchemaRef) *openapi3.SchemaRef {
	s := ref.Value
	pattern, ok := s.Extensions[textPattern].(string)
	if !ok {
		askNumbers(s)
		return ref
	}
	described := &openapi3.Schema{Description: s.Description, Default: s.Default}
	s.Description, s.Default, s.Extensions = "", nil, nil
	text := openapi3.NewStringSchema().WithPattern(pattern)
	described.OneOf = openapi3.SchemaRefs{{Value: s}, {Value: text}}
	return &openapi3.SchemaRef{Value: described}
}

// alternatives says that one of two fields has to be there; nil where the
// request has no such fields.
func alternatives(r request) openapi3.SchemaRefs {
	for _, f := range r.fields {
		if r.whole && f.Required && f.Alternative != "" {
			return openapi3.SchemaRefs{
				{Value: &openapi3.Schema{Required: []string{f.Name}}},
				{Value: &openapi3.Schema{Required: []string{f.Alternative}}},
			}
		}
	}
	return nil
}

// eachInline calls do for the schemas that stand within s rather than being
// referred to.
func eachInline(s *openapi3.Schema, do func(*openapi3.Schema)) {
	for _, inner := range children(s) {
		if inner != nil && inner.Ref == "" && inner.Value != nil {
			do(inner.Value)
		}
	}
}
