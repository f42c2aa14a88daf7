package openapi

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi3"
)

// collectedAddress is an address in parts, with the examples of its parameters.
// Beside a body of JSON the query holds options only: fields stand in the body.
func collectedAddress(path string, parameters openapi3.Parameters, besideJSON bool) (object, error) {
	var query, variables []object
	var sent []string
	add := func(name, value, description string) {
		q := object{{"key", name}, {"value", value}, {"description", description}}
		if value == "" || besideJSON && !slices.Contains(option.Names(), name) {
			q = append(q, member{"disabled", true})
		} else {
			sent = append(sent, name+"="+value)
		}
		query = append(query, q)
	}
	for _, ref := range parameters {
		p := ref.Value
		switch example := p.Example.(type) {
		case map[string]any: // those of the items of a list
			for _, name := range slices.Sorted(maps.Keys(example)) {
				add(name, inQuery(fmt.Sprint(example[name])), p.Description)
			}
		default:
			value := ""
			if example != nil {
				value = inQuery(fmt.Sprint(example))
			}
			if p.In == openapi3.ParameterInPath {
				variables = append(variables, object{{"key", p.Name}, {"value", value}, {"description", p.Description}})
				continue
			}
			if p.Required && value == "" {
				return nil, fmt.Errorf("%s is required and has no example", p.Name)
			}
			add(p.Name, value, p.Description)
		}
	}
	path = strings.NewReplacer("{", ":", "}", "").Replace(path)
	raw := "{{" + baseVariable + "}}" + path
	if len(sent) > 0 {
		raw += "?" + strings.Join(sent, "&")
	}
	address := object{{"raw", raw}, {"host", []string{"{{" + baseVariable + "}}"}}, {"path", strings.Split(strings.TrimPrefix(path, "/"), "/")}}
	if len(query) > 0 {
		address = append(address, member{"query", query})
	}
	if len(variables) > 0 {
		address = append(address, member{"variable", variables})
	}
	return address, nil
}

// inQuery is a value as Postman has it: escaped only where it would end or change.
func inQuery(value string) string {
	if !strings.ContainsAny(value, "&#+%;") {
		return value
	}
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
