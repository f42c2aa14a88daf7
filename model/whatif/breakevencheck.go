package whatif

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func (req *BreakEvenRequest) faults() vocabulary.Faults {
	return slices.Concat(req.ValidateScenario().Under("scenario."), req.ValidatePlan().Under("plan."), req.Validate())
}

// ValidateScenario returns the faults of the scenario, which may leave out what
// is solved for; ignore holds the fields whose fault is known already.
func (req *BreakEvenRequest) ValidateScenario(ignore ...string) vocabulary.Faults {
	return validateWithout(req.Scenario, ignore, req.inFull().SolveFor)
}

// validateWithout returns the faults of a scenario in which some fields are
// varied: those need not be there.
func validateWithout(s model.Scenario, ignore []string, varied ...string) vocabulary.Faults {
	for _, name := range varied {
		f, known := vocabulary.FieldNamed(scenarioFields, name)
		if known && !f.Has(&s) && excluded(&s, name) == "" && !slices.Contains(ignore, name) {
			_, most := rangeOf(&s, f)
			f.Set(&s, vocabulary.Value{Number: most}) // something stands in its place
		}
	}
	return s.Validate(ignore...)
}

// Validate returns the faults of the request's own fields; ignore holds those
// whose fault is known already.
func (req *BreakEvenRequest) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(req, breakEvenFields, ignore...)
	if req.Question != "" {
		for _, name := range []string{"solve_for", "metric", "target"} {
			if f, _ := vocabulary.FieldNamed(breakEvenFields, name); f.Has(req) {
				faults = append(faults, vocabulary.Fault{Field: name, Code: vocabulary.CodeConflict, Reason: "question_says_it", Args: []string{name, req.Question}})
			}
		}
	} else if (req.Metric != "" || req.OfPlan()) && !req.Target.Valid && !slices.Contains(ignore, "target") {
		faults = append(faults, vocabulary.Fault{Field: "target", Code: vocabulary.CodeRequired, Reason: "required"})
	}
	return slices.Concat(faults, req.checkPlan(ignore), req.checkRange())
}

// checkRange looks at what is solved for and at from and to.
func (req *BreakEvenRequest) checkRange() vocabulary.Faults {
	full := req.inFull()
	f, known := vocabulary.FieldNamed(solvable, full.SolveFor)
	if !known {
		return nil
	}
	asked := "solve_for"
	if req.Question != "" {
		asked = "question"
	}
	fault, wrong := conflict(&req.Scenario, asked, full.SolveFor)
	if other := req.excludedInPlan(full.SolveFor); other != "" {
		fault, wrong = besideOther(asked, full.SolveFor, other), true
	}
	if wrong {
		return vocabulary.Faults{fault}
	}
	least, most := rangeOf(&req.Scenario, f)
	faults := append(outside("from", req.From, least, most), outside("to", req.To, least, most)...)
	if len(faults) == 0 && full.From.Decimal.GreaterThan(full.To.Decimal) {
		faults = append(faults, vocabulary.Fault{Field: "from", Code: vocabulary.CodeOutOfRange, Reason: "from_above_to",
			Args: []string{full.From.Decimal.String(), full.To.Decimal.String()}, Value: full.From.Decimal.String()})
	}
	return faults
}

// conflict is the fault of asking for a field that the scenario's others
// exclude.
func conflict(s *model.Scenario, asked, name string) (vocabulary.Fault, bool) {
	other := excluded(s, name)
	if other == "" && name == "conversion_rate" && !s.CostPerProspect.Valid {
		other = "cost_per_prospect"
		return vocabulary.Fault{Field: asked, Code: vocabulary.CodeConflict, Reason: "cannot_vary_without", Args: []string{name, other}, Value: name}, true
	}
	if other == "" {
		return vocabulary.Fault{}, false
	}
	return besideOther(asked, name, other), true
}

func besideOther(asked, name, other string) vocabulary.Fault {
	return vocabulary.Fault{Field: asked, Code: vocabulary.CodeConflict, Reason: "cannot_vary_beside", Args: []string{name, other},
		Hint: instead(name, other), Value: name}
}

// instead is a field that may be asked for in place of one that another excludes.
func instead(name, other string) string {
	switch {
	case name == "acquisition_cost":
		return "cost_per_prospect"
	case other == "acquisition_cost":
		return "acquisition_cost"
	}
	return ""
}

// outside is the fault of a number outside a range.
func outside(name string, x decimal.NullDecimal, least, most decimal.Decimal) vocabulary.Faults {
	if !x.Valid || x.Decimal.GreaterThanOrEqual(least) && x.Decimal.LessThanOrEqual(most) {
		return nil
	}
	hint := least
	if x.Decimal.GreaterThan(most) {
		hint = most
	}
	return vocabulary.Faults{{Field: name, Code: vocabulary.CodeOutOfRange, Reason: "out_of_range",
		Args: []string{x.Decimal.String(), least.String(), most.String()}, Hint: hint.String(), Value: x.Decimal.String()}}
}
