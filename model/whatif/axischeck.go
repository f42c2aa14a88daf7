package whatif

import (
	"slices"
	"strconv"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Validate returns the faults of the axis by itself; ignore holds the fields
// whose fault is known already.
func (x *Axis) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(x, axisFields, ignore...)
	for _, name := range []string{"from", "to", "steps"} {
		f, _ := vocabulary.FieldNamed(axisFields, name)
		switch {
		case slices.Contains(ignore, name) || slices.Contains(ignore, "values"):
		case len(x.Values) > 0 && f.Has(x):
			faults = append(faults, vocabulary.Fault{Field: name, Code: vocabulary.CodeConflict, Reason: "values_or_steps", Args: []string{name}, Hint: "values"})
		case len(x.Values) == 0 && !f.Has(x):
			faults = append(faults, vocabulary.Fault{Field: name, Code: vocabulary.CodeRequired, Reason: "required_either", Args: []string{"values"}})
		}
	}
	f, known := vocabulary.FieldNamed(axes, x.Field)
	if !known || len(faults) > 0 || len(ignore) > 0 {
		return faults
	}
	return x.checkPoints(f)
}

// checkPoints looks at each value of the axis as at one of its field.
func (x *Axis) checkPoints(f vocabulary.Field) vocabulary.Faults {
	if len(x.Values) == 0 {
		faults := append(outside("from", x.From, f.Min, f.Max), outside("to", x.To, f.Min, f.Max)...)
		whole := func(d decimal.Decimal) bool { return f.Kind != vocabulary.KindWhole || d.IsInteger() }
		if i := slices.IndexFunc(x.points(), func(d decimal.Decimal) bool { return !whole(d) }); i >= 0 && len(faults) == 0 {
			faults = append(faults, vocabulary.Fault{Field: "steps", Code: vocabulary.CodeOutOfRange, Reason: "points_not_whole",
				Args: []string{x.points()[i].String(), x.Field}, Value: strconv.Itoa(x.Steps.Int)})
		}
		return faults
	}
	var faults vocabulary.Faults
	for i, d := range x.Values {
		for _, fault := range f.Check(vocabulary.Value{Number: d}) {
			fault.Field = "values[" + strconv.Itoa(i) + "]"
			faults = append(faults, fault)
		}
	}
	return faults
}

func (req *GridRequest) faults() vocabulary.Faults {
	return slices.Concat(req.ValidateScenario().Under("scenario."), req.X.Validate().Under("x."), req.Y.Validate().Under("y."), req.Validate())
}

// ValidateScenario returns the faults of the scenario, which may leave out what
// the axes give.
func (req *GridRequest) ValidateScenario(ignore ...string) vocabulary.Faults {
	return validateWithout(req.Scenario, ignore, req.X.Field, req.Y.Field)
}

// Validate returns the faults of the request's own fields, and of the axes
// beside the scenario and one another.
func (req *GridRequest) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(req, gridFields, ignore...)
	if req.X.Field != "" && req.X.Field == req.Y.Field {
		return append(faults, vocabulary.Fault{Field: "y.field", Code: vocabulary.CodeDuplicate, Reason: "named_twice", Args: []string{req.Y.Field}, Value: req.Y.Field})
	}
	for _, axis := range []struct{ name, field, other string }{{"x.field", req.X.Field, req.Y.Field}, {"y.field", req.Y.Field, req.X.Field}} {
		s := req.Scenario
		if f, known := vocabulary.FieldNamed(axes, axis.other); known {
			f.Set(&s, vocabulary.Value{Number: f.Max}) // it is there, whatever its value
		}
		if fault, wrong := conflict(&s, axis.name, axis.field); wrong {
			faults = append(faults, fault)
		}
	}
	return faults
}
