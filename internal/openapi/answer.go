package openapi

import (
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// answer is the record that a calculator answers.
func (b *builder) answer(c *calculator.Calculator) *openapi3.SchemaRef {
	return b.define(camel(c.Name), b.sections(c, c.Sections))
}

// sections is a record with these sections, all of which are always there.
func (b *builder) sections(c *calculator.Calculator, sections []answer.Section) *openapi3.Schema {
	record := newRecord()
	for _, s := range sections {
		record.Properties[s.Name] = b.section(c, s)
	}
	record.Required = sortedNames(record.Properties)
	return record
}

// section is what stands in an answer under the section's name.
func (b *builder) section(c *calculator.Calculator, s answer.Section) *openapi3.SchemaRef {
	switch s.Kind {
	case answer.Value:
		return b.answered(s.Columns[0])
	case answer.Group:
		return b.define(partName(c, s), b.group(c, s))
	case answer.Inputs:
		return b.define(inputsName(c, s), b.inputs(c, s))
	case answer.Map:
		return b.define(partName(c, s), b.mapped(c, s))
	case answer.Lists:
		return listOf(s, b.answered(s.Columns[0]))
	case answer.Nested:
		return listOf(s, b.define(partName(c, s), b.sections(c, s.Sections)))
	case answer.Matrix:
		row := openapi3.NewArraySchema()
		row.Items = b.answered(s.Columns[0])
		return listOf(s, row.NewRef())
	case answer.Keyed:
		record := openapi3.NewObjectSchema()
		record.Description = meaning(s.Name)
		record.AdditionalProperties = openapi3.AdditionalProperties{Schema: b.answered(s.Columns[0])}
		return record.NewRef()
	case answer.Notes:
		return listOf(s, b.define("Note", b.group(c, s)))
	}
	return listOf(s, b.define(partName(c, s)+"Row", b.group(c, s)))
}

// group is a record with the section's columns and what it holds beside.
func (b *builder) group(c *calculator.Calculator, s answer.Section) *openapi3.Schema {
	record := b.sections(c, s.Sections)
	for _, column := range s.Columns {
		record.Properties[column.Name] = b.answered(column)
	}
	record.Required = sortedNames(record.Properties)
	return record
}

// mapped is a record that has some of its members, or null.
func (b *builder) mapped(c *calculator.Calculator, s answer.Section) *openapi3.Schema {
	record := b.group(c, s)
	record.Required, record.Nullable = nil, true
	return record
}

// memberName names an object, or one of a list.
func memberName(m answer.Section) string {
	if m.Item != "" {
		return camel(m.Item)
	}
	return camel(m.Name)
}

// listOf is the list of a section's items.
func listOf(s answer.Section, item *openapi3.SchemaRef) *openapi3.SchemaRef {
	list := &openapi3.Schema{Type: types(openapi3.TypeArray), Items: item, Description: meaning(s.Name)}
	return list.NewRef()
}

// answered is a value of an answer.
func (b *builder) answered(column answer.Column) *openapi3.SchemaRef {
	switch {
	case column.Many:
		one := *column.Figure
		list := openapi3.NewArraySchema().WithItems(figureSchema(one))
		list.Description, list.Nullable = meaning(column.Name), one.Nullable
		return list.NewRef()
	case column.Figure != nil:
		return figureSchema(*column.Figure).NewRef()
	case column.Field != nil:
		return b.givenField(*column.Field)
	}
	s := openapi3.NewStringSchema()
	s.Description = meaning(column.Name)
	s.Nullable = column.Unit == vocabulary.UnitDate // of a plan without dates
	for _, c := range column.Choices {
		s.Enum = append(s.Enum, c)
	}
	return s.NewRef()
}

// meaning is what a name stands for, else what it is called.
func meaning(name string) string {
	if text := locale.English.Meaning(name); text != "" {
		return text
	}
	return locale.English.Label(name)
}
