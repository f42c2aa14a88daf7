package input

import (
	"slices"
	"strconv"

	"blyant/model"
)

// request is one request being read: a binder for each record that it fills.
type request struct {
	reader
	shape    Shape
	target   Target
	scenario *binder // nil where the request has no scenario of its own
	own      *binder // never nil; may have no fields
	defaults *binder // nil where the items have none
	items    []*binder
	byKey    map[string]*binder // of a query; nil for an item beyond the limit
	tooMany  int                // items beyond the limit
}

func newRequest(r reader, s Shape, t Target) *request {
	q := &request{reader: r, shape: s, target: t, byKey: map[string]*binder{}}
	if s.Scenario != NoScenario {
		q.scenario = newBinder(r, t.Scenario, model.ScenarioFields(), q.within(s.Scenario == Nested, nameScenario))
	}
	if t.Own != nil {
		q.own = newBinder(r, t.Own, s.Fields, "")
	} else {
		q.own = newBinder(r, newLoose(nil), nil, "")
	}
	if s.Defaults {
		q.defaults = newDefaults(r, s.Item, q.within(true, nameDefaults))
	}
	q.own.known = q.topLevel
	return q
}

// within is the prefix of fields that JSON nests in a member; in a query they
// are flat.
func (q *request) within(nested bool, member string) string {
	if q.json && nested {
		return member + "."
	}
	return ""
}

// topLevel lists what a name at the top of the request may have been meant as.
func (q *request) topLevel() []name {
	var names []name
	for _, b := range []*binder{q.scenario, q.own, q.defaults} {
		if b != nil {
			names = append(names, fieldNames(b.fields, b.prefix)...)
		}
	}
	if q.json {
		for _, member := range q.members() {
			names = append(names, name{member, member})
		}
	} else if q.shape.List != "" && q.defaults == nil {
		names = append(names, fieldNames(q.shape.Item, "KEY.")...)
	}
	return names
}

// members names the members of a JSON body that are not fields.
func (q *request) members() []string {
	var names []string
	if q.shape.Scenario == Nested {
		names = append(names, nameScenario)
	}
	if q.shape.Defaults {
		names = append(names, nameDefaults)
	}
	if q.shape.List != "" {
		names = append(names, q.shape.List)
	}
	return names
}

// addItem begins another item; nil where there are too many.
func (q *request) addItem(key, prefix string) *binder {
	if len(q.items) == q.shape.maxItems() {
		q.tooMany++
		return nil
	}
	b := newBinder(q.reader, q.target.Item(key), q.shape.Item, prefix)
	q.items = append(q.items, b)
	return b
}

// finish checks everything that was read and returns all faults: those of the
// scenario, of the calculator's own fields, of the defaults and of each item.
func (q *request) finish() model.Faults {
	var faults model.Faults
	if q.scenario != nil {
		faults = append(faults, q.scenario.finish()...)
	}
	var unknown model.Faults
	for _, fault := range q.own.finish() {
		if fault.Code == model.CodeUnknownField {
			unknown = append(unknown, fault)
		} else {
			faults = append(faults, fault)
		}
	}
	faults = slices.Concat(faults, q.finishItems(), unknown)
	if most := q.shape.maxItems(); q.tooMany > 0 {
		faults = append(faults, model.Fault{Field: q.shape.List, Code: model.CodeTooMany, Reason: reasonTooManyItems,
			Args: []string{strconv.Itoa(most + q.tooMany), strconv.Itoa(most)}})
	}
	return presentable(faults)
}

// finishItems gives the items what they left out and checks them.
func (q *request) finishItems() model.Faults {
	if q.defaults == nil {
		var faults model.Faults
		for _, item := range q.items {
			faults = append(faults, item.finish()...)
		}
		return faults
	}
	return q.finishWithDefaults()
}
