package whatif

import (
	"slices"

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
