package input

import (
	"strconv"

	"blyant/model"
)

// FromJSON reads a JSON body into the target: one object, whose members are the
// calculator's own fields, the scenario as the shape places it, the list of
// items and their defaults. Texts follow the rules of text inputs, numbers
// those of JSON.
func FromJSON(s Shape, body []byte, decimalComma bool, t Target) model.Faults {
	root, fault := readObject(body)
	if fault != nil {
		return model.Faults{*fault}
	}
	q := newRequest(newReader(decimalComma, true), s, t)
	for _, m := range root.items {
		q.member(m)
	}
	return q.finish()
}

// member puts a member of the body where it belongs.
func (q *request) member(m value) {
	if f, ok := q.own.field(m.name); ok {
		q.own.set(f, m)
		return
	}
	if q.shape.Scenario == Flat {
		if f, ok := q.scenario.field(m.name); ok {
			q.scenario.set(f, m)
			return
		}
	}
	isList := m.name == q.shape.List && m.name != ""
	isScenario := m.name == nameScenario && q.shape.Scenario == Nested
	isDefaults := m.name == nameDefaults && q.defaults != nil
	switch {
	case !isList && !isScenario && !isDefaults:
		q.own.unknown(m)
	case m.again:
		q.own.duplicate(m.name)
	case m.form == formAbsent:
	case isList:
		q.list(m)
	case isScenario:
		q.nested(q.scenario, m, m.name)
	default:
		q.nested(q.defaults, m, m.name)
	}
}

// nested puts the members of an object into a binder.
func (q *request) nested(b *binder, v value, path string) {
	if v.form != formObject {
		q.expected(path, reasonObjectExpected, v)
		return
	}
	b.object(v)
}

// list reads the items of the body.
func (q *request) list(v value) {
	if v.form != formList {
		q.expected(v.name, reasonListExpected, v)
		return
	}
	for i, item := range v.items {
		path := v.name + "[" + strconv.Itoa(i) + "]"
		if b := q.addItem("", path+"."); b != nil {
			q.nested(b, item, path)
		}
	}
}

// expected reports a value of another form than its place asks for.
func (q *request) expected(path, reason string, v value) {
	q.own.faults = append(q.own.faults, model.Fault{Field: path, Code: model.CodeMalformed, Reason: reason,
		Args: []string{v.shown()}, Value: v.shown()})
}
