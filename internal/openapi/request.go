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
	json := openapi3.NewMediaType().WithSchemaRef(b.request(c))
	json.Examples = e.bodies
	content := openapi3.Content{mediaJSON: json}
	body := &openapi3.RequestBodyRef{Value: openapi3.NewRequestBody().WithRequired(true).WithContent(content)}
	if c.Request.Rows != nil {
		content[mediaCSV] = b.asRows(c)
	}
	if c.Request.Tabular() {
		return body
	}
	form := openapi3.NewMediaType().WithSchemaRef(b.define(camel(c.Name)+formSuffix, b.asForm(c.Request, e)))
	if len(e.form) > 0 {
		form.Example = e.form
	}
	content[mediaForm] = form
	return body
}

// asRows is a body of rows.
func (b *builder) asRows(c *calculator.Calculator) *openapi3.MediaType {
	rows := openapi3.NewStringSchema()
	rows.Description = c.RowsMeaning
	media := openapi3.NewMediaType().WithSchema(rows)
	media.Example = c.RowsExample
	return media
}

// formSuffix ends the names of records that are forms.
const formSuffix = "Form"

// asForm is a form with the parameters of the query. Where those have no end of
// names it is open.
func (b *builder) asForm(s input.Shape, e example) *openapi3.Schema {
	form := newRecord()
	form.Description = "The fields of the query of the same path, as a form sends them."
	for _, p := range b.query(s, e) {
		if p.Value.Name == keyedName {
			form.AdditionalProperties = openapi3.AdditionalProperties{}
			form.Description += " " + p.Value.Description
			continue
		}
		field := openapi3.NewStringSchema() // an empty one is that of a field that is not given
		field.Description = p.Value.Description
		form.Properties[p.Value.Name] = field.NewRef()
		if p.Value.Required {
			form.Required = append(form.Required, p.Value.Name)
		}
	}
	slices.Sort(form.Required)
	return form
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
		required := whole && needed(f)
		record.Properties[f.Name] = b.askedField(f, required)
		if required {
			record.Required = append(record.Required, f.Name)
		}
	}
	either := slices.ContainsFunc(s.Members, func(m input.Member) bool { return m.Form == input.Base })
	filled := either || slices.ContainsFunc(s.Members, func(m input.Member) bool { return m.Form == input.Defaults })
	for _, m := range s.Members {
		record.Properties[m.Name] = b.member(c, m, filled)
		if m.Form != input.Defaults && !either && !m.Spare {
			record.Required = append(record.Required, m.Name)
		}
	}
	slices.Sort(record.Required)
	return record
}

// member is an object or a list of objects. Where values may be filled in from
// elsewhere none is required in it.
func (b *builder) member(c *calculator.Calculator, m input.Member, filled bool) *openapi3.SchemaRef {
	if m.Bare != "" {
		list := &openapi3.Schema{Type: types(openapi3.TypeArray), Items: b.askedField(m.Fields[0], true), MaxItems: length(m.Most), Description: meaning(m.Name)}
		return list.NewRef()
	}
	name := recordName(c, m.Shape)
	if m.Part == "" {
		name = camel(m.Item)
	}
	if filled = filled || m.Partial; filled {
		name += "Part"
	}
	ref := b.define(name, b.asked(c, m.Shape, !filled))
	if m.Form == input.Map {
		return mapOf(m, ref)
	}
	if m.Form != input.List && m.Form != input.Table {
		return ref
	}
	list := &openapi3.Schema{Type: types(openapi3.TypeArray), Items: ref, MaxItems: length(m.Most), Description: meaning(m.Name)}
	return list.NewRef()
}
