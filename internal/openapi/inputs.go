package openapi

import (
	"slices"

	"blyant/internal/answer"
	"blyant/internal/calculator"

	"github.com/getkin/kin-openapi/openapi3"
)

// inputs is the request after defaults. Its parts are named after what they are
// the inputs of.
func (b *builder) inputs(c *calculator.Calculator, s answer.Section) *openapi3.Schema {
	members := s.Sections
	s.Sections = nil
	record := b.group(c, s)
	for _, m := range members {
		if m.Kind == answer.Lists {
			record.Properties[m.Name] = b.section(c, m)
			continue
		}
		ref := b.define(memberName(m)+"Inputs", b.group(c, m))
		if m.Kind == answer.Rows {
			ref = listOf(m, ref)
		}
		record.Properties[m.Name] = ref
	}
	record.Required = slices.DeleteFunc(sortedNames(record.Properties), func(name string) bool {
		return slices.ContainsFunc(members, func(m answer.Section) bool { return m.Name == name && m.May })
	})
	return record
}

// partName names a record after the part of the vocabulary that it is, else
// after the calculator and the section.
func partName(c *calculator.Calculator, s answer.Section) string {
	switch {
	case s.Part != "":
		return camel(s.Part)
	case s.Name == c.Name:
		return camel(c.Name)
	}
	return camel(c.Name) + camel(s.Name)
}

func inputsName(c *calculator.Calculator, s answer.Section) string {
	if s.Part != "" {
		return camel(s.Part) + "Inputs"
	}
	return camel(c.Name) + "Inputs"
}
