package plan

import (
	"slices"
	"strconv"

	"blyant/model"
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

// inherited gives each segment what it leaves out and the scenario has.
func (req Request) inherited() Request {
	req.Segments = slices.Clone(req.Segments)
	for i := range req.Segments {
		vocabulary.Inherit(&req.Segments[i].Scenario, &req.Scenario, model.ScenarioFields())
	}
	return req
}

// faults returns every fault of the request, whose segments have what they
// inherit.
func (req Request) faults() vocabulary.Faults {
	if len(req.Segments) == 0 {
		return append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
	}
	faults := req.Validate()
	if n := len(req.Segments); n > MostSegments {
		return append(faults, vocabulary.Fault{Field: listName, Code: vocabulary.CodeTooMany, Reason: "too_many_segments",
			Args: []string{strconv.Itoa(n), strconv.Itoa(MostSegments)}})
	}
	var names []string
	for i := range req.Segments {
		s, path := &req.Segments[i], req.path(i)
		faults = append(faults, s.Validate().Under(path)...)
		name := s.called(i)
		if slices.Contains(names, name) {
			faults = append(faults, vocabulary.Fault{Field: path + "name", Code: vocabulary.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	return append(faults, req.agree()...)
}

// path is what stands before a field of segment i, as the caller wrote it.
func (req *Request) path(i int) string { return model.ItemPath(listName, req.Keys, i) }

// called is the segment's name, its number where it has none.
func (s *Segment) called(i int) string {
	if s.Name == "" {
		return strconv.Itoa(i + 1)
	}
	return s.Name
}

// agree checks what all segments must have in common.
func (req *Request) agree() vocabulary.Faults {
	var faults vocabulary.Faults
	first := req.Segments[0].WithDefaults()
	for i := range req.Segments[1:] {
		s := req.Segments[i+1].WithDefaults()
		for _, c := range [][3]string{
			{"currency", string(first.Currency), string(s.Currency)},
			{"period", string(first.Period), string(s.Period)},
			{"decimals", strconv.Itoa(first.Decimals.Int), strconv.Itoa(s.Decimals.Int)},
			{"annual_discount_rate", first.AnnualDiscountRate.Decimal.String(), s.AnnualDiscountRate.Decimal.String()},
		} {
			sameReason := c[0] == "decimals" && first.Currency != s.Currency
			if c[1] != c[2] && !sameReason {
				faults = append(faults, vocabulary.Fault{Field: req.path(i+1) + c[0], Code: vocabulary.CodeConflict,
					Reason: "segments_differ", Args: c[:], Hint: c[1], Value: c[2]})
			}
		}
	}
	return faults
}

func (req Request) withDefaults() Request {
	filled := slices.Concat(ownFields, costFields)
	if len(req.FixedCosts) > 0 {
		filled = ownFields
	}
	vocabulary.FillDefaults(&req, filled)
	if len(req.Segments) == 0 {
		vocabulary.FillDefaults(&req.Customers, customerFields)
	} else {
		req.share(req.Segments[0].WithDefaults())
	}
	req.Scenario = req.Scenario.WithDefaults()
	req.Segments = slices.Clone(req.Segments)
	for i := range req.Segments {
		s := &req.Segments[i]
		s.Scenario = s.WithDefaults()
		s.Name = s.called(i)
		vocabulary.FillDefaults(&s.Customers, customerFields)
	}
	return req
}

// share gives the scenario of a plan of segments what they have in common.
func (req *Request) share(s model.Scenario) {
	of := &req.Scenario
	of.Currency, of.Period, of.Decimals, of.AnnualDiscountRate = s.Currency, s.Period, s.Decimals, s.AnnualDiscountRate
}
