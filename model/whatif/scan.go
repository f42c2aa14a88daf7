package whatif

import (
	"math"
	"slices"

	"blyant/model/internal/exact"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// scanned is the number of values at which a metric is looked at that is neither
// a straight line nor a polynomial of a field: the value without end of a
// basket with a cap. Between two of them it is monotonic but for a turn that
// would have to lie within a five-hundredth of the range, and each change of
// sign is refined to RootPlaces decimals.
const scanned = 512

// scan looks for changes of sign.
func (p *problem) scan() []solution {
	values := append(p.spread(scanned), p.from, p.to)
	if here, given := p.present(); given && p.within(here) {
		values = append(values, here)
	}
	slices.SortFunc(values, p.a.Cmp)
	values = slices.CompactFunc(values, func(x, y exact.Number) bool { return p.a.Cmp(x, y) == 0 })
	signs, flat := make([]int, len(values)), true
	for i, x := range values {
		signs[i] = p.foreverSign(x)
		flat = flat && signs[i] == 0
	}
	if flat {
		return p.everywhere()
	}
	return p.changes(values, signs)
}

// diverges is the sign of a value that is null.
const diverges = 2

// foreverSign is the sign of the excess at x: by the closed forms where the value
// they report lies further from the target than it can be off, and in exact
// arithmetic only next to it.
func (p *problem) foreverSign(x exact.Number) int {
	if p.ctx.Err() != nil {
		return diverges // nobody waits for it
	}
	s := with(p.scenario, p.field, x.Cut(placeToLook))
	s.Decimals = vocabulary.Count(closeMoney)
	value, tooLarge := roundedMetric(s, p.metric)
	if value.IsNull() && !tooLarge {
		return diverges
	}
	if off := value.Decimal().Sub(p.request.Target.Decimal); !tooLarge && off.Abs().GreaterThan(decimal.New(1, -closeMoney)) {
		return off.Sign()
	}
	g, converges := p.foreverAt(x)
	if !converges {
		return diverges
	}
	return p.a.Sign(g)
}

// changes are the zeros among values, stretches of them, and those between two
// of different signs.
func (p *problem) changes(values []exact.Number, signs []int) []solution {
	var found []solution
	for i := 0; i < len(values); i++ {
		if i > 0 && signs[i-1]*signs[i] == -1 {
			at := func(x exact.Number) exact.Number { g, _ := p.foreverAt(x); return g }
			low, high := p.closer(values[i-1], values[i], signs[i-1])
			found = append(found, point(p.a.Between(at, low, high, signs[i-1])))
		}
		if signs[i] != 0 {
			continue
		}
		start := i
		for i+1 < len(values) && signs[i+1] == 0 {
			i++
		}
		found = append(found, solution{low: values[start], high: values[i]})
	}
	return found
}

// closer halves what lies between two values of different signs for as long as the
// closed forms tell on which side of the root a value is.
func (p *problem) closer(low, high exact.Number, from int) (exact.Number, exact.Number) {
	for p.a.Exceeds(p.a.Sub(high, low), -closeMoney) {
		middle := exact.FromDecimal(p.a.Mul(exact.FromDecimal(half), p.a.Add(low, high)).Cut(placeToLook))
		switch p.foreverSign(middle) {
		case from:
			low = middle
		case -from:
			high = middle
		default:
			return low, high
		}
	}
	return low, high
}

// spread are so many values of the range, even in their distances where it is
// short, in their ratios where it is long.
func (p *problem) spread(n int) []exact.Number {
	return spread(p.request.From.Decimal, p.request.To.Decimal, n)
}

func spread(low, high decimal.Decimal, n int) []exact.Number {
	from, to := low.InexactFloat64(), high.InexactFloat64()
	values := make([]exact.Number, 0, n)
	for i := 1; i < n; i++ {
		share := float64(i) / float64(n)
		x := from + share*(to-from)
		if to-from > 100 {
			x = from + math.Pow((to-from)*1e6, share)/1e6
		}
		if d := decimal.NewFromFloat(x); d.GreaterThan(low) && d.LessThan(high) {
			values = append(values, exact.FromDecimal(d))
		}
	}
	return values
}
