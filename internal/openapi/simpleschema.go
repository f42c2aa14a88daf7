package openapi

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"
)

// define gives the Swagger 2.0 document the records that something in it refers
// to: it has no forms as bodies, no numbers that may be texts, and the choices
// of parameters stand within them.
func define(out *openapi2.T, records openapi3.Schemas) {
	var follow func(ref *openapi2.SchemaRef)
	follow = func(ref *openapi2.SchemaRef) {
		if ref == nil {
			return
		}
		if name, refers := strings.CutPrefix(ref.Ref, definitions); refers {
			if out.Definitions[name] == nil {
				out.Definitions[name] = simpleSchema(openapi3.NewSchemaRef("", records[name].Value))
				follow(out.Definitions[name])
			}
			return
		}
		follow(ref.Value.Items)
		for _, property := range ref.Value.Properties {
			follow(property)
		}
		if others := ref.Value.AdditionalProperties.Schema; others != nil && others.Ref != "" {
			follow(&openapi2.SchemaRef{Ref: others.Ref})
		}
	}
	for _, schema := range schemasOf(out) {
		follow(schema)
	}
}

// schemasOf are the schemas of all bodies and answers.
func schemasOf(out *openapi2.T) []*openapi2.SchemaRef {
	var all []*openapi2.SchemaRef
	for _, r := range out.Responses {
		all = append(all, r.Schema)
	}
	for _, item := range out.Paths {
		for _, operation := range item.Operations() {
			for _, p := range operation.Parameters {
				all = append(all, p.Schema)
			}
			for _, r := range operation.Responses.Map() {
				all = append(all, r.Schema)
			}
		}
	}
	return all
}

// definitions is where the records of a Swagger 2.0 document are.
const definitions = "#/definitions/"

func simpleParameter(p *openapi3.ParameterRef) *openapi2.Parameter {
	if p.Ref != "" {
		return &openapi2.Parameter{Ref: strings.Replace(p.Ref, "#/components/", "#/", 1)}
	}
	s := *p.Value.Schema.Value
	if len(s.AllOf) > 0 { // a choice with a default
		s.Type, s.Enum = s.AllOf[0].Value.Type, s.AllOf[0].Value.Enum
	}
	out := &openapi2.Parameter{In: p.Value.In, Name: p.Value.Name, Description: p.Value.Description, Required: p.Value.Required,
		AllowEmptyValue: p.Value.AllowEmptyValue, Type: s.Type, Format: s.Format, Enum: s.Enum, Default: s.Default, Pattern: s.Pattern, MaxLength: s.MaxLength}
	if p.Value.Example != nil && p.Value.Example != "" {
		out.Extensions = map[string]any{"x-example": p.Value.Example}
	}
	return out
}

// simpleSchema is a schema, or the reference to one.
func simpleSchema(ref *openapi3.SchemaRef) *openapi2.SchemaRef {
	if ref.Ref != "" {
		return &openapi2.SchemaRef{Ref: strings.Replace(ref.Ref, "#/components/schemas/", definitions, 1)}
	}
	s := ref.Value
	if len(s.OneOf) > 0 { // a number, or the text of one
		number := *s.OneOf[0].Value
		number.Description = s.Description
		s = &number
	}
	out := &openapi2.Schema{Type: s.Type, Format: s.Format, Description: s.Description, Min: s.Min, Max: s.Max, Pattern: s.Pattern,
		MaxLength: s.MaxLength, MaxItems: s.MaxItems, Required: s.Required, AdditionalProperties: simpleMembers(s.AdditionalProperties), Example: s.Example,
		Enum: slices.DeleteFunc(slices.Clone(s.Enum), func(v any) bool { return v == nil })}
	if s.Nullable {
		out.Extensions = map[string]any{"x-nullable": true}
	}
	if s.Items != nil {
		out.Items = simpleSchema(s.Items)
	}
	for name, property := range s.Properties {
		if out.Properties == nil {
			out.Properties = openapi2.Schemas{}
		}
		out.Properties[name] = simpleSchema(property)
	}
	return &openapi2.SchemaRef{Value: out}
}

// simpleMembers describes members of any name.
func simpleMembers(a openapi3.AdditionalProperties) openapi3.AdditionalProperties {
	if a.Schema == nil {
		return a
	}
	s := simpleSchema(a.Schema)
	if s.Ref != "" {
		return openapi3.AdditionalProperties{Schema: &openapi3.SchemaRef{Ref: s.Ref}}
	}
	return openapi3.AdditionalProperties{Schema: (&openapi3.Schema{Type: s.Value.Type, Format: s.Value.Format, Description: s.Value.Description,
		Min: s.Value.Min, Max: s.Value.Max, Enum: s.Value.Enum, Extensions: s.Value.Extensions}).NewRef()}
}

// sayable reports whether Swagger 2.0 has such a parameter: it has no objects.
func sayable(p *openapi3.ParameterRef) bool {
	return !p.Value.Schema.Value.Type.Is(openapi3.TypeObject)
}
