package input

import (
	"encoding/json"
	"strconv"

	"blyant/model/vocabulary"
)

// maxDepth bounds the nesting of a body; the deepest request has five levels.
const maxDepth = 16

// walker makes values of the tokens of a text that is known to be valid JSON.
type walker struct {
	*json.Decoder
	tables map[string]func(int, value) // members of the outermost object that are taken item by item
}

// value reads the next value, at that depth.
func (w walker) value(depth int) (value, *vocabulary.Fault) {
	return w.valueFor(depth, nil)
}

// valueFor reads the next value; the items of a list go to take, where there is one.
func (w walker) valueFor(depth int, take func(int, value)) (value, *vocabulary.Fault) {
	token, err := w.Token()
	switch {
	case err != nil: // not in a text that is valid
		return value{}, malformed(reasonNotJSON, "1", "1")
	case depth > maxDepth:
		return value{}, malformed(reasonTooDeep, strconv.Itoa(maxDepth))
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return w.object(depth)
		}
		return w.list(depth, take)
	case json.Number:
		return value{form: formNumber, text: t.String()}, nil
	case string:
		return textValue(t), nil
	case bool:
		return value{form: formBoolean, text: strconv.FormatBool(t)}, nil
	}
	return value{}, nil
}

// list reads values up to the closing bracket.
func (w walker) list(depth int, take func(int, value)) (value, *vocabulary.Fault) {
	list := value{form: formList}
	for i := 0; w.More(); i++ {
		v, fault := w.value(depth + 1)
		if fault != nil {
			return value{}, fault
		}
		if take != nil {
			take(i, v)
			continue
		}
		list.items = append(list.items, v)
	}
	_, _ = w.Token() // the bracket
	return list, nil
}

// object reads members up to the closing brace, and marks those whose name came
// before.
func (w walker) object(depth int) (value, *vocabulary.Fault) {
	object, seen := value{form: formObject}, map[string]bool{}
	for w.More() {
		if len(object.items) == maxParameters {
			return value{}, &vocabulary.Fault{Code: vocabulary.CodeTooMany, Reason: reasonTooManyParameters, Args: []string{strconv.Itoa(maxParameters)}}
		}
		key, _ := w.Token()
		name, _ := key.(string)
		var take func(int, value)
		if depth == 0 {
			take = w.tables[name]
		}
		v, fault := w.valueFor(depth+1, take)
		if fault != nil {
			return value{}, fault
		}
		v.name = name
		v.again = seen[v.name]
		seen[v.name] = true
		object.items = append(object.items, v)
	}
	_, _ = w.Token() // the brace
	return object, nil
}
