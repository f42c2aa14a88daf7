package openapi

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/model"

	"github.com/getkin/kin-openapi/openapi2"
)

// queryOf lists what a query says instead of the body: the scenario's fields
// flat, those of "defaults" bare, lists separated by commas. The items of a list
// of records are given as KEY.field, which a parameter has no way to say; the
// description of the operation does.
func queryOf(document *openapi2.T, body *openapi2.SchemaRef) openapi2.Parameters {
	if body == nil {
		return nil
	}
	name, schema := resolve(document, body)
	fields := requests[name].fields
	var list openapi2.Parameters
	for _, property := range inOrder(schema, fields) {
		inner := schema.Properties[property]
		innerName, innerSchema := resolve(document, inner)
		i := slices.IndexFunc(fields, func(f model.Field) bool { return f.Name == property })
		switch {
		case i >= 0:
			list = add(list, queryParameter(fields[i], slices.Contains(schema.Required, property)))
		case innerName != "": // a scenario, or the defaults of several
			for _, p := range queryOf(document, inner) {
				p.Required = p.Required && slices.Contains(schema.Required, property)
				p.AllowEmptyValue = !p.Required
				list = add(list, p)
			}
		case !isListOfRecords(innerSchema):
			list = add(list, plainParameter(property, innerSchema, slices.Contains(schema.Required, property)))
		}
	}
	return list
}

// keyedText says how a query gives the items of a list of records, empty where
// there is no such list.
func keyedText(document *openapi2.T, body *openapi2.SchemaRef) string {
	if body == nil {
		return ""
	}
	_, schema := resolve(document, body)
	for _, name := range inOrder(schema, nil) {
		_, inner := resolve(document, schema.Properties[name])
		if !isListOfRecords(inner) {
			continue
		}
		item, _ := resolve(document, inner.Items)
		return "In the query, KEY.field sets a field of one of the " + name + example(item) + "; a key is letters, digits, - and _, " +
			"and also the name unless one is given. They come in the order in which their keys first appear."
	}
	return ""
}

// example is a field of an item as a query has it.
func example(item string) string {
	for _, f := range requests[item].fields {
		if f.Numeric() {
			return ", as in one." + f.Name + "=" + answer.Digits(f.Max)
		}
	}
	return ""
}

// resolve follows a reference; the name is that of the definition, empty where
// there is no reference.
func resolve(document *openapi2.T, ref *openapi2.SchemaRef) (string, *openapi2.Schema) {
	name := strings.TrimPrefix(ref.Ref, "#/definitions/")
	if name == "" {
		return "", ref.Value
	}
	return name, document.Definitions[name].Value
}

// inOrder lists the members of a schema: records first, then those of the
// vocabulary in its order, then the others by name.
func inOrder(s *openapi2.Schema, fields []model.Field) []string {
	var records, known, others []string
	for _, f := range fields {
		known = append(known, f.Name)
	}
	for name, property := range s.Properties {
		switch {
		case property.Ref != "":
			records = append(records, name)
		case !slices.Contains(known, name):
			others = append(others, name)
		}
	}
	slices.Sort(records)
	slices.Sort(others)
	return slices.Concat(records, known, others)
}

func isListOfRecords(s *openapi2.Schema) bool {
	return s.Type.Is("array") && s.Items != nil && (s.Items.Ref != "" || s.Items.Value.Type.Is("object"))
}

// plainParameter describes a member that is not in the vocabulary of fields.
func plainParameter(name string, s *openapi2.Schema, required bool) *openapi2.Parameter {
	return &openapi2.Parameter{In: "query", Name: name, Description: s.Description, Type: types("string"), Enum: s.Enum,
		MaxLength: s.MaxLength, Required: required, AllowEmptyValue: !required, Default: s.Default}
}
