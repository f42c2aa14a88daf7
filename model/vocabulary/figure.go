package vocabulary

import "slices"

// Rounding says to how many decimals a figure is reported.
type Rounding uint8

// Roundings of figures.
const (
	RoundMoney    Rounding = iota // the currency's minor unit, or the decimals asked for
	RoundRatio                    // six decimals: shares, factors, ratios, orders, customers, durations
	RoundWhole                    // an integer: period numbers
	RoundEstimate                 // six significant digits: what was learnt from data
)

// EstimateDigits is the number of significant digits of an estimate.
const EstimateDigits = 6

// RatioDecimals is the number of decimals of every figure that is not money.
const RatioDecimals = 6

// Figure describes one figure of an answer.
type Figure struct {
	Name     string
	Unit     Unit
	Rounding Rounding
	Nullable bool
	// NullIfLarge is set where a magnitude above 1e15 makes the figure null
	// rather than refusing the answer.
	NullIfLarge bool

	place func(record any) *Rounded // where a record keeps the figure
}

// FigurePlace says where a record of type R keeps the figure.
func FigurePlace[R any](f Figure, at func(*R) *Rounded) Figure {
	f.place = func(record any) *Rounded { return at(record.(*R)) }
	return f
}

// In returns where the record, a pointer to the type that the figure was
// declared for, keeps the figure.
func (f Figure) In(record any) *Rounded { return f.place(record) }

// Place returns what finds that.
func (f Figure) Place() func(record any) *Rounded { return f.place }

// Of returns the figure of a record, likewise.
func (f Figure) Of(record any) Rounded { return *f.place(record) }

// FiguresOf returns the figures of a record, in their order.
func FiguresOf(record any, figures []Figure) []Rounded {
	values := make([]Rounded, len(figures))
	for i, f := range figures {
		values[i] = f.Of(record)
	}
	return values
}

// Amount is a figure of money.
func Amount(name string) Figure { return Figure{Name: name, Unit: UnitMoney, Rounding: RoundMoney} }

// Ratio is a figure with six decimals.
func Ratio(name string, unit Unit) Figure {
	return Figure{Name: name, Unit: unit, Rounding: RoundRatio}
}

// Estimate is a figure learnt from data, with six significant digits.
func Estimate(name string, unit Unit) Figure {
	return Figure{Name: name, Unit: unit, Rounding: RoundEstimate}
}

// WholeFigure is a figure that counts.
func WholeFigure(name string, unit Unit) Figure {
	return Figure{Name: name, Unit: unit, Rounding: RoundWhole}
}

// PeriodNumber is the number of a period, counted from 1.
func PeriodNumber(name string) Figure {
	return Figure{Name: name, Unit: UnitPeriodNumber, Rounding: RoundWhole}
}

// MayBeNull makes the figure one that may have no value.
func (f Figure) MayBeNull() Figure { f.Nullable = true; return f }

// NullIfTooLarge makes the figure one that is null above 1e15.
func (f Figure) NullIfTooLarge() Figure { f.NullIfLarge = true; return f }

// FigureNamed returns the figure of that name.
func FigureNamed(figures []Figure, name string) (Figure, bool) {
	i := slices.IndexFunc(figures, func(f Figure) bool { return f.Name == name })
	if i < 0 {
		return Figure{}, false
	}
	return figures[i], true
}
