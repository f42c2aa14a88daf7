package openapi

import (
	"blyant/internal/input"

	"github.com/getkin/kin-openapi/openapi3"
)

// named are the parameters of a member whose fields have its name before them in
// a query, or whose objects stand in one as texts.
func (b *builder) named(m input.Member, e example) openapi3.Parameters {
	if m.Form == input.Map {
		return e.inTexts(m)
	}
	var list openapi3.Parameters
	for _, f := range m.Fields {
		p := b.queryParameter(f, needed(f))
		p.Name = m.Name + "." + f.Name
		value, given := e.keyedValues[p.Name]
		setExample(p, f, value, given)
		list = append(list, &openapi3.ParameterRef{Value: p})
	}
	return list
}

// inTexts are the objects of a map, a parameter for each name.
func (e example) inTexts(m input.Member) openapi3.Parameters {
	var list openapi3.Parameters
	for _, key := range m.Keys {
		name := m.Name + "." + key
		p := openapi3.NewQueryParameter(name).WithDescription(meaning(m.Name)).WithSchema(openapi3.NewStringSchema())
		p.AllowEmptyValue, p.Example = true, ""
		if value, given := e.keyedValues[name]; given {
			p.Example = value
		}
		list = append(list, &openapi3.ParameterRef{Value: p})
	}
	return list
}

// mapOf is an object of objects, each under one of some names.
func mapOf(m input.Member, item *openapi3.SchemaRef) *openapi3.SchemaRef {
	record := newRecord()
	record.Description = meaning(m.Name)
	for _, key := range m.Keys {
		record.Properties[key] = item
	}
	return record.NewRef()
}
