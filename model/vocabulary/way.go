package vocabulary

import "slices"

// CheckWays returns the faults of fields that exclude each other: each that is
// given after another of its way is a conflict, for that reason. ignore holds
// fields whose fault is known already.
func CheckWays(record any, fields []Field, way, reason string, ignore ...string) Faults {
	var faults Faults
	first := ""
	for i := range fields { // by index: a field is long
		switch f := &fields[i]; {
		case f.Way != way || !f.Has(record) || slices.Contains(ignore, f.Name):
		case first == "":
			first = f.Name
		default:
			faults = append(faults, Fault{Field: f.Name, Code: CodeConflict, Reason: reason, Args: []string{first}, Hint: first})
		}
	}
	return faults
}

// CheckPartners returns the faults of fields that say nothing without another
// one (a conversion rate without prospects), and of those that ask for them.
func CheckPartners(record any, fields []Field, ignore ...string) Faults {
	var faults Faults
	for i := range fields {
		f := &fields[i]
		if f.Partner == "" {
			continue
		}
		partner, has := FieldNamed(fields, f.Partner)
		if !has || slices.Contains(ignore, f.Name) || slices.Contains(ignore, f.Partner) {
			continue
		}
		switch given, needed := f.Has(record), partner.Has(record); {
		case given && !needed:
			faults = append(faults, Fault{Field: f.Name, Code: CodeConflict, Reason: "without_partner", Args: []string{f.Partner}, Hint: f.Partner})
		case needed && !given:
			faults = append(faults, Fault{Field: f.Name, Code: CodeRequired, Reason: "required"})
		}
	}
	return faults
}

// Inherited returns the fields whose values a record takes from the level above
// it, given which it gives itself. Where it gives one of several exclusive ways
// the level above loses all of them, and what belongs to them.
func Inherited(fields []Field, gives func(Field) bool) []Field {
	var own []string // the ways that the record takes itself
	for _, f := range fields {
		if f.Way != "" && gives(f) {
			own = append(own, f.Way)
		}
	}
	var inherited []Field
	for _, f := range fields {
		way := f.Way
		if partner, has := FieldNamed(fields, f.Partner); has {
			way = partner.Way
		}
		if !f.OwnOnly && !gives(f) && !slices.Contains(own, way) {
			inherited = append(inherited, f)
		}
	}
	return inherited
}

// Inherit gives the record what it leaves out and the level above it has.
func Inherit(record, above any, fields []Field) {
	for _, f := range Inherited(fields, func(f Field) bool { return f.Has(record) }) {
		if v, given := f.Get(above); given {
			f.Set(record, v)
		}
	}
}
