package input

import (
	"slices"
	"strings"

	"blyant/model/vocabulary"
)

// finishWithDefaults fills the items from the defaults and checks both. A
// default's own fault is reported once, at the default; so is one about a
// default that every item inherits.
func (q *request) finishWithDefaults() vocabulary.Faults {
	faults := q.defaults.finish()
	wrong := map[string]bool{}
	for _, fault := range faults {
		wrong[baseName(strings.TrimPrefix(fault.Field, q.defaults.prefix))] = true
	}
	var ofItems, ofDefaults vocabulary.Faults // the same faults, as the items' and as the defaults'
	times := map[string]int{}
	for _, item := range q.items {
		inherited := item.inherit(q.defaults, wrong)
		for _, fault := range item.finish() {
			ofItems = append(ofItems, fault)
			if path := strings.TrimPrefix(fault.Field, item.prefix); inherited[baseName(path)] {
				fault.Field = q.defaults.prefix + path
				times[identity(fault)]++
			}
			ofDefaults = append(ofDefaults, fault)
		}
	}
	for i, fault := range ofDefaults {
		switch {
		case ofItems[i].Field == fault.Field || times[identity(fault)] < len(q.items):
			faults = append(faults, ofItems[i])
		case !slices.ContainsFunc(faults, func(f vocabulary.Fault) bool { return identity(f) == identity(fault) }):
			faults = append(faults, fault)
		}
	}
	return faults
}

// identity tells faults apart by field, reason and arguments.
func identity(f vocabulary.Fault) string { return vocabulary.Faults{f}.Error() }

// inherit gives the item every default that it leaves out, and tells which. Of
// fields that exclude each other whoever gives one wants the default of none.
func (b *binder) inherit(defaults *binder, wrong map[string]bool) map[string]bool {
	inherited := map[string]bool{}
	for _, f := range vocabulary.Inherited(b.shape.Fields, func(f vocabulary.Field) bool { return b.gives(f.Name) }) {
		if wrong[f.Name] {
			b.ignore = append(b.ignore, f.Name)
			continue
		}
		above, known := defaults.field(f.Name)
		if !known {
			continue // of the items alone
		}
		if v, ok := above.Get(defaults.record); ok {
			f.Set(b.record, v)
			inherited[f.Name] = true
			b.given[f.Name] = defaults.given[f.Name]
		}
	}
	return inherited
}

// gives reports whether the item has a value for the field, right or wrong.
func (b *binder) gives(field string) bool {
	f, known := b.field(field)
	_, written := b.given[field]
	return written || known && f.Has(b.record)
}

// baseName is a field's name without the index of a value.
func baseName(path string) string {
	base, _, _ := strings.Cut(path, "[")
	return base
}
