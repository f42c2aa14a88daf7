package openapi

import (
	"slices"

	"blyant/internal/calculator"
	"blyant/internal/input"

	"github.com/getkin/kin-openapi/openapi3"
)

// body describes the body of a POST: JSON, or a form with the fields of the
// query.
func (b *builder) body(c *calculator.Calculator, e example) *openapi3.RequestBodyRef {
	form := openapi3.NewObjectSchema()
	form.Description = "The fields of the query of the same path, as a form sends them."
	form.AdditionalProperties = openapi3.AdditionalProperties{Schema: openapi3.NewStringSchema().NewRef()}
	json := openapi3.NewMediaType().WithSchemaRef(b.request(c))
	json.Examples = e.bodies
	asForm := openapi3.NewMediaType().WithSchema(form)
	if len(e.form) > 0 {
		asForm.Example = e.form
	}
	body := openapi3.NewRequestBody().WithRequired(true).WithContent(openapi3.Content{mediaJSON: json, mediaForm: asForm})
	return &openapi3.RequestBodyRef{Value: body}
}

// request is the record that a calculator asks.
func (b *builder) request(c *calculator.Calculator) *openapi3.SchemaRef {
	name := camel(c.Name) + "Request"
	if c.Request.Part != "" {
		name = recordName(c, c.Request)
	}
	return b.define(name, b.asked(c, c.Request, true))
}

// recordName names a record after its part, and after the calculator too where
// that does not take all of it.
func recordName(c *calculator.Calculator, s input.Shape) string {
	if len(s.Refused) > 0 {
		return camel(c.Name) + camel(s.Part)
	}
	return camel(s.Part)
}

// asked is a record with the shape's fields and members. It is whole unless its
// required fields may come from elsewhere.
func (b *builder) asked(c *calculator.Calculator, s input.Shape, whole bool) *openapi3.Schema {
	record := newRecord()
	for _, f := range taken(s) {
		record.Properties[f.Name] = askedField(f).NewRef()
		if whole && needed(f) {
			record.Required = append(record.Required, f.Name)
		}
	}
	filled := slices.ContainsFunc(s.Members, func(m input.Member) bool { return m.Form == input.Defaults })
	for _, m := range s.Members {
		record.Properties[m.Name] = b.member(c, m, filled)
		if m.Form != input.Defaults {
			record.Required = append(record.Required, m.Name)
		}
	}
	slices.Sort(record.Required)
	return record
}

// member is an object or a list of objects. Where values may be filled in from
// elsewhere none is required in it.
func (b *builder) member(c *calculator.Calculator, m input.Member, filled bool) *openapi3.SchemaRef {
	name := recordName(c, m.Shape)
	if m.Part == "" {
		name = camel(m.Item)
	}
	if filled {
		name += "Part"
	}
	ref := b.define(name, b.asked(c, m.Shape, !filled))
	if m.Form == input.Map {
		return mapOf(m, ref)
	}
	if m.Form != input.List {
		return ref
	}
	list := &openapi3.Schema{Type: types(openapi3.TypeArray), Items: ref, MaxItems: length(m.Most), Description: meaning(m.Name)}
	return list.NewRef()
}
