package input

import (
	"slices"
	"strings"

	"blyant/model"

	"github.com/shopspring/decimal"
)

// loose is a record that holds any fields, by name: the values that items get
// where they leave a field out.
type loose map[string]any

// Slot makes loose a record.
func (l loose) Slot(name string) any { return l[name] }

func newLoose(fields []model.Field) loose {
	l := loose{}
	for _, f := range fields {
		switch f.Kind {
		case model.KindWhole:
			l[f.Name] = new(model.Whole)
		case model.KindNumber:
			l[f.Name] = new(decimal.NullDecimal)
		case model.KindNumbers:
			l[f.Name] = new([]decimal.Decimal)
		case model.KindNames:
			l[f.Name] = new([]string)
		default:
			l[f.Name] = new(string)
		}
	}
	return l
}

// newDefaults binds the defaults of items with these fields. No default is
// required.
func newDefaults(r reader, fields []model.Field, prefix string) *binder {
	optional := slices.Clone(fields)
	for i := range optional {
		optional[i].Required = false
	}
	return newBinder(r, newLoose(optional), optional, prefix)
}

// finishWithDefaults fills the items from the defaults and checks both. A
// default's own fault is reported once, at the default; so is one about a
// default that every item inherits.
func (q *request) finishWithDefaults() model.Faults {
	faults := q.defaults.finish()
	wrong := map[string]bool{}
	for _, fault := range faults {
		wrong[baseName(strings.TrimPrefix(fault.Field, q.defaults.prefix))] = true
	}
	var ofItems, ofDefaults model.Faults // the same faults, as the items' and as the defaults'
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
		case !slices.ContainsFunc(faults, func(f model.Fault) bool { return identity(f) == identity(fault) }):
			faults = append(faults, fault)
		}
	}
	return faults
}

// identity tells faults apart by field, reason and arguments.
func identity(f model.Fault) string { return model.Faults{f}.Error() }

// inherit gives the item every default that it leaves out, and tells which. A
// field and its alternative exclude each other: whoever gives one of them wants
// the default of neither.
func (b *binder) inherit(defaults *binder, wrong map[string]bool) map[string]bool {
	gives, inherited := map[string]bool{}, map[string]bool{}
	for _, f := range b.fields {
		if b.gives(f.Name) {
			gives[f.Name], gives[f.Alternative] = true, true
		}
	}
	delete(gives, "") // most fields have no alternative
	for _, f := range b.fields {
		if gives[f.Name] || gives[f.Alternative] {
			continue
		}
		if wrong[f.Name] {
			b.ignore = append(b.ignore, f.Name)
			continue
		}
		if v, ok := model.Read(defaults.record.Slot(f.Name)); ok && model.Assign(b.record.Slot(f.Name), v) {
			inherited[f.Name] = true
			b.given[f.Name] = defaults.given[f.Name]
		}
	}
	return inherited
}

// gives tells whether the item has a value for the field, right or wrong.
func (b *binder) gives(field string) bool {
	_, written := b.given[field]
	_, assigned := model.Read(b.record.Slot(field))
	return written || assigned
}

// baseName is a field's name without the index of a value.
func baseName(path string) string {
	base, _, _ := strings.Cut(path, "[")
	return base
}
