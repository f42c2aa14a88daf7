package form

import (
	"slices"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/input"
)

// Asked returns the calculator that the parameters of a page are for, and the
// parameters as it takes them. The first page asks for a comparison where there
// are two customers or more; the only customer of a query is asked about flat.
func Asked(page Page, p input.Params) (*calculator.Calculator, input.Params) {
	if !page.Alone {
		return calculator.At(page.Answers[0]), p
	}
	keys := keysOf(p)
	switch {
	case len(keys) == 0:
		return calculator.At(page.Answers[0]), p
	case len(keys) > 1:
		return calculator.At(page.asks(true)), p
	}
	return calculator.At(page.Answers[0]), flattened(p, keys[0])
}

// flattened are the parameters of a single item without its key, which is its
// name unless one is given.
func flattened(p input.Params, only string) input.Params {
	var asked input.Params
	named := false
	for _, param := range p {
		key, field, keyed := strings.Cut(param.Name, ".")
		if keyed {
			named = named || (field == "name" && param.Value != "")
			asked = append(asked, input.Param{Name: field, Value: param.Value})
		} else if !given(p, only+"."+key) && key != "baseline" {
			named = named || (key == "name" && param.Value != "")
			asked = append(asked, param)
		}
	}
	if !named {
		asked = append(asked, input.Param{Name: "name", Value: only})
	}
	return asked
}

// keysOf lists the items of a query in order of first appearance.
func keysOf(p input.Params) []string {
	var keys []string
	for _, param := range p {
		if key, _, keyed := strings.Cut(param.Name, "."); keyed && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// Numbered gives the items of an example the keys that the form gives its
// own: they stay short, and the same in every language.
func Numbered(p input.Params) input.Params {
	keys := keysOf(p)
	out := make(input.Params, len(p))
	for i, param := range p {
		if key, field, keyed := strings.Cut(param.Name, "."); keyed {
			param.Name = keyNumber(slices.Index(keys, key)+1) + "." + field
		}
		out[i] = param
	}
	return out
}

// given reports whether the parameter is there and not blank.
func given(p input.Params, name string) bool {
	return slices.ContainsFunc(p, func(param input.Param) bool { return param.Name == name && param.Value != "" })
}
