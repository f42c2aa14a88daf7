package plan

import (
	"slices"

	"blyant/model/vocabulary"
)

const listName = "segments"

// Validate returns the faults of the plan's own fields; ignore holds those whose
// fault is known already.
func (req *Request) Validate(ignore ...string) vocabulary.Faults {
	faults := req.validateCustomers(ignore)
	faults = append(faults, vocabulary.CheckRecord(req, req.asked(), ignore...)...)
	if len(req.FixedCosts) > 0 {
		for _, f := range costFields {
			if f.Has(req) {
				faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "fixed_costs_both", Hint: "fixed_costs"})
			}
		}
	}
	return append(faults, req.checkStart(ignore)...)
}

// asked are the fields beside the customers.
func (req *Request) asked() []vocabulary.Field {
	return slices.DeleteFunc(Fields(), func(f vocabulary.Field) bool {
		_, who := vocabulary.FieldNamed(customerFields, f.Name)
		return who
	})
}

// validateCustomers looks at who comes: with segments they say it, each of its own.
func (req *Request) validateCustomers(ignore []string) vocabulary.Faults {
	if len(req.Segments) == 0 {
		return req.validate(ignore)
	}
	var faults vocabulary.Faults
	for _, f := range customerFields {
		if f.Has(&req.Customers) {
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "customers_of_segments", Hint: "KEY." + f.Name})
		}
	}
	return faults
}

// Validate returns the faults of a segment that has what it inherits; ignore
// likewise.
func (s *Segment) Validate(ignore ...string) vocabulary.Faults {
	return append(s.Scenario.Validate(ignore...), s.validate(ignore)...)
}

func (c *Customers) validate(ignore []string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(c, customerFields, ignore...)
	if len(c.NewCustomers) == 0 {
		return faults
	}
	for _, f := range customerFields {
		if (f.Name == "new_customers_first" || f.Name == "new_customers_growth_rate") && f.Has(c) {
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "new_customers_both", Hint: "new_customers"})
		}
	}
	return faults
}
