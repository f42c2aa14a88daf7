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

// What a disturbed arithmetic is sure of is what the undisturbed one says.
func TestDigitsSurviveDisturbance(t *testing.T) {
	for _, kind := range kinds {
		open := 0
		n := 1500
		for i := range n {
			rng := rand.New(rand.NewPCG(41, uint64(i)))
			terms := kind.make(draw{rng})
			places := rng.IntN(5)
			want, _ := Summarise(&terms, places)
			var in inputs
			in.read(&terms)
			var c customer[disturbed, bound.Float, bound.Sum]
			c.init(disturbed{rng: rng}, &in, new(room[bound.Float, bound.Sum]), false)
			got := want // what stays open is not compared
			if left := c.compute(allGroups, places, &got); left != 0 {
				open++
				continue
			}
			if got != want {
				t.Errorf("%s, seed %d: %+v, want %+v\n%+v", kind.name, i, got, want, terms)
			}
		}
		t.Logf("%s: %d of %d left open", kind.name, open, n)
	}
}
