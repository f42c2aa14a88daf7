package whatif

import (
	"slices"
	"strconv"

	"blyant/model"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Axis is one input of a grid and its values: given, or so many from one to
// another in equal steps.
type Axis struct {
	Field    string
	From, To decimal.NullDecimal
	Steps    vocabulary.Whole
	Values   []decimal.Decimal
}

// MostSteps is the largest number of values of an axis.
const MostSteps = 51

// axes are the fields that may be an axis: those that can be varied, and the
// horizon.
var axes = slices.DeleteFunc(model.ScenarioFields(), func(f vocabulary.Field) bool {
	return !f.Numeric() || f.Name == "decimals"
})

// AxisNames returns the names of the fields that may be an axis.
func AxisNames() []string { return namesOf(axes) }

// AxisFields returns the fields of an axis.
func AxisFields() []vocabulary.Field { return slices.Clone(axisFields) }

var axisFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	ofAxis(vocabulary.Choice("field", AxisNames()...).Must(), func(x *Axis) any { return &x.Field }),
	ofAxis(vocabulary.Number("from", vocabulary.UnitAsNamed, mostTarget).From(mostTarget.Neg()), func(x *Axis) any { return &x.From }),
	ofAxis(vocabulary.Number("to", vocabulary.UnitAsNamed, mostTarget).From(mostTarget.Neg()), func(x *Axis) any { return &x.To }),
	ofAxis(vocabulary.WholeNumber("steps", vocabulary.UnitCount, 2, MostSteps), func(x *Axis) any { return &x.Steps }),
	ofAxis(signed(vocabulary.Numbers("values", vocabulary.UnitAsNamed, mostTarget, MostSteps)), func(x *Axis) any { return &x.Values }),
})

func signed(f vocabulary.Field) vocabulary.Field { return f.From(f.Max.Neg()) }

// ofAxis says where an axis keeps the field, whose unit is that of the input.
func ofAxis(f vocabulary.Field, at func(*Axis) any) vocabulary.Field {
	f = vocabulary.Place(f, at)
	if f.Unit == vocabulary.UnitAsNamed {
		return vocabulary.MeasuredBy(f, func(x *Axis) vocabulary.Unit {
			of, _ := vocabulary.FieldNamed(axes, x.Field)
			return of.Unit
		})
	}
	return f
}

// GridFields returns the fields of a grid beside its scenario and axes.
func GridFields() []vocabulary.Field { return slices.Clone(gridFields) }

var gridFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	vocabulary.Place(vocabulary.Choice("metric", Metrics()...).Defaults(worth.NetLifetimeValue.Name), func(q *GridRequest) any { return &q.Metric }),
})

// withDefaults fills in what is left out and writes the values of the axes out.
func (req GridRequest) withDefaults() GridRequest {
	vocabulary.FillDefaults(&req, gridFields)
	req.X.Values, req.Y.Values = req.X.points(), req.Y.points()
	return req
}

// points are the values of an axis,
//
//	from + i(to − from) ÷ (steps − 1)
//
// rounded to the decimals that its field is reported with.
func (x Axis) points() []decimal.Decimal {
	if len(x.Values) > 0 {
		return x.Values
	}
	f, _ := vocabulary.FieldNamed(axes, x.Field)
	values := make([]decimal.Decimal, x.Steps.Int)
	width, gaps := x.To.Decimal.Sub(x.From.Decimal), decimal.NewFromInt(int64(x.Steps.Int-1))
	for i := range values {
		way := width.Mul(decimal.NewFromInt(int64(i)))
		at := x.From.Decimal.Add(way.DivRound(gaps, 40)).Round(places(f))
		values[i] = decimal.RequireFromString(at.String()) // without the zeros at its end
	}
	return values
}

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
