package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// straight is a variable y in which an excess is a straight line, and how it
// follows from the field: y = x for most fields, 1 ÷ (1 + x) for the VAT, 1 ÷ x
// for the conversion rate. Its line goes through the customers at two values of
// the field.
type straight struct {
	field [2]decimal.Decimal
	y     [2]exact.Number
	back  func(a *exact.Arithmetic, y exact.Number) exact.Number
	forth func(a *exact.Arithmetic, x exact.Number) exact.Number
}

var (
	zero = decimal.Zero
	one  = decimal.NewFromInt(1)
	half = decimal.New(5, -1)
)

func straightIn(f vocabulary.Field) straight {
	number := exact.FromInt
	switch f.Name {
	case "vat_rate":
		return straight{[2]decimal.Decimal{zero, one}, [2]exact.Number{number(1), exact.FromDecimal(half)},
			func(a *exact.Arithmetic, y exact.Number) exact.Number { return a.Sub(a.Quo(number(1), y), number(1)) },
			func(a *exact.Arithmetic, x exact.Number) exact.Number { return a.Quo(number(1), a.Add(number(1), x)) }}
	case "conversion_rate":
		inverse := func(a *exact.Arithmetic, y exact.Number) exact.Number { return a.Quo(number(1), y) }
		return straight{[2]decimal.Decimal{one, half}, [2]exact.Number{number(1), number(2)}, inverse, inverse}
	}
	same := func(_ *exact.Arithmetic, y exact.Number) exact.Number { return y }
	return straight{[2]decimal.Decimal{zero, one}, [2]exact.Number{{}, number(1)}, same, same}
}

// linear solves where the excess is a straight line in y: from its values at two
// points,
//
//	y = y₀ − G(y₀)·(y₁ − y₀) ÷ (G(y₁) − G(y₀))
func (p *problem) linear(excess func(w *worth.Worth) exact.Number) []solution {
	a, line := p.a, straightIn(p.field)
	g0, g1 := excess(p.uncapped(line.field[0])), excess(p.uncapped(line.field[1]))
	rise := a.Sub(g1, g0)
	if a.Sign(rise) == 0 {
		if a.Sign(g0) == 0 {
			return p.everywhere()
		}
		return nil
	}
	y := a.Sub(line.y[0], a.Quo(a.Mul(g0, a.Sub(line.y[1], line.y[0])), rise))
	if line.y[0].IsZero() {
		return p.points([]exact.Number{line.back(a, y)})
	}
	if a.Sign(y) <= 0 { // 1 ÷ x and 1 ÷ (1 + x) are positive
		return nil
	}
	return p.points([]exact.Number{line.back(a, y)})
}

// uncapped is the customer with x for the field, and without a cap where the
// field is the basket: it is left to capped where it matters.
func (p *problem) uncapped(x decimal.Decimal) *worth.Worth {
	s := p.scenario
	if p.field.Name == "basket_value" || p.field.Name == "basket_cap" || p.field.Name == "basket_growth_rate" {
		s.BasketCap = decimal.NullDecimal{}
	}
	if p.field.Name == "basket_cap" { // a basket that never reaches it
		return evaluate(p.a, s.WithDefaults())
	}
	return evaluate(p.a, with(s, p.field, x))
}
