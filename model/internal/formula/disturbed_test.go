package formula

import (
	"math/rand/v2"
	"testing"

	"blyant/model/internal/bound"
)

// disturbed is Fast with each operation off by what its charge leaves room for: a
// product is short by less than three units and charged four, a quotient by less
// than two, a sum by less than one and charged two.
type disturbed struct {
	bound.Fast
	rng *rand.Rand
}

func (d disturbed) Mul(x, y bound.Float) bound.Float { return d.product(x.Mul(y)) }

func (d disturbed) product(z bound.Float) bound.Float { return z.Nudged(d.rng.IntN(5) - 1) }

func (d disturbed) Add(x, y bound.Float) bound.Float {
	if x.Zero() || y.Zero() { // exact
		return x.Add(y)
	}
	return x.Add(y).Nudged(d.rng.IntN(3) - 1)
}

func (d disturbed) Quo(x, y bound.Float) bound.Float { return x.Quo(y).Nudged(d.rng.IntN(5) - 2) }

func (d disturbed) Number(x bound.Number) bound.Float {
	if x.Places() == 0 {
		return x.Float() // exact
	}
	return d.product(x.Float())
}

func (d disturbed) Powers(x, q bound.Float, out []bound.Float) {
	for t := range out {
		if out[t] = x; q != bound.One {
			x = d.Mul(x, q)
		}
	}
}

func (d disturbed) Products(xs, ys, out []bound.Float) {
	for t, x := range xs {
		out[t] = d.Mul(x, ys[t])
	}
}

func (d disturbed) Running(sum bound.Float, terms, out []bound.Float) bound.Float {
	for t, term := range terms {
		out[t] = sum
		sum = d.Add(sum, term)
	}
	return sum
}

func (d disturbed) Power(x bound.Float, n int) bound.Float {
	_, power := d.Geometric(x, n)
	return power
}

func (d disturbed) Geometric(q bound.Float, n int) (sum, power bound.Float) {
	sum, power = bound.Float{}, bound.One
	for i := 62; i >= 0; i-- {
		if n>>i == 0 {
			continue
		}
		if !sum.Zero() {
			sum = d.Add(sum, d.Mul(sum, power))
			power = d.Mul(power, power)
		}
		switch {
		case n>>i&1 == 0:
		case sum.Zero():
			sum, power = bound.One, q
		default:
			sum = d.Add(sum, power)
			power = d.Mul(power, q)
		}
	}
	return sum, power
}

func (d disturbed) GeometricSum(q bound.Float, n int) bound.Float {
	sum, _ := d.Geometric(q, n)
	return sum
}

// disturbedDouble is Double with the result of each operation moved by a few binary
// numbers, which its count says too.
type disturbedDouble struct {
	bound.Double
	rng *rand.Rand
}

func (d disturbedDouble) moved(z bound.DoubleFloat) bound.DoubleFloat {
	return z.Nudged(d.rng.IntN(7) - 3)
}

func (d disturbedDouble) Mul(x, y bound.DoubleFloat) bound.DoubleFloat {
	return d.moved(d.Double.Mul(x, y))
}

func (d disturbedDouble) Add(x, y bound.DoubleFloat) bound.DoubleFloat {
	return d.moved(d.Double.Add(x, y))
}

func (d disturbedDouble) Quo(x, y bound.DoubleFloat) bound.DoubleFloat {
	return d.moved(d.Double.Quo(x, y))
}

func (d disturbedDouble) Number(x bound.Number) bound.DoubleFloat {
	if x.IsOne() { // an exact 1 is looked for
		return d.Double.Number(x)
	}
	return d.moved(d.Double.Number(x))
}

func (d disturbedDouble) Root(x bound.DoubleFloat, k int) bound.DoubleFloat {
	return d.moved(d.Double.Root(x, k))
}

func (d disturbedDouble) Products(xs, ys, out []bound.DoubleFloat) {
	for t, x := range xs {
		out[t] = d.Mul(x, ys[t])
	}
}

func (d disturbedDouble) Power(x bound.DoubleFloat, n int) bound.DoubleFloat {
	return d.moved(d.Double.Power(x, n))
}

func (d disturbedDouble) Geometric(q bound.DoubleFloat, n int) (sum, power bound.DoubleFloat) {
	sum, power = d.Double.Geometric(q, n)
	if n == 0 {
		return sum, power
	}
	return d.moved(sum), d.moved(power)
}

func (d disturbedDouble) GeometricSum(q bound.DoubleFloat, n int) bound.DoubleFloat {
	sum, _ := d.Geometric(q, n)
	return sum
}

// What a disturbed arithmetic is sure of is what the undisturbed one says.
func TestDigitsSurviveDisturbance(t *testing.T) {
	for _, kind := range kinds {
		open, openDoubles, n := 0, 0, 1500
		for i := range n {
			rng := rand.New(rand.NewPCG(41, uint64(i)))
			terms := kind.make(draw{rng})
			places := rng.IntN(5)
			want, _ := Summarise(&terms, places)
			report := func(got Summary) {
				if got != want {
					t.Errorf("%s, seed %d: %+v, want %+v\n%+v", kind.name, i, got, want, terms)
				}
			}
			if got, sure := disturbedSummary[disturbed, bound.Float, bound.Sum](disturbed{rng: rng}, &terms, places, want); sure {
				report(got)
			} else {
				open++
			}
			if got, sure := disturbedSummary[disturbedDouble, bound.DoubleFloat, bound.DoubleSum](disturbedDouble{rng: rng}, &terms, places, want); sure {
				report(got)
			} else {
				openDoubles++
			}
		}
		t.Logf("%s: of %d left open %d by 128 bits, %d by 64", kind.name, n, open, openDoubles)
	}
}

// disturbedSummary is a summary in an arithmetic, and whether it is sure.
func disturbedSummary[A bound.Arithmetic[F, S], F, S any](ar A, terms *Terms, places int, known Summary) (got Summary, sure bool) {
	var in inputs
	in.read(terms)
	var c customer[A, F, S]
	c.init(ar, &in, new(room[F, S]), false)
	got = known // what has no value is not written to
	sure = c.compute(allGroups, places, &got) == 0
	return got, sure
}
