package bound

// Backward fills a list with term + next·step, from its end on.
func (f Fast) Backward(terms, steps, out []Float) { backward(f, terms, steps, out) }

// Sums fills a list with the terms themselves.
func (Fast) Sums(xs []Float, out []Sum) {
	out = out[:len(xs)]
	for t := range xs {
		out[t] = Sum{}.Plus(false, xs[t])
	}
}

// Weigh adds w·x to each sum, or takes it away.
func (f Fast) Weigh(sums []Sum, negative bool, w Float, xs []Float) {
	xs = xs[:len(sums)]
	for t := range sums {
		sums[t] = sums[t].Plus(negative, w.Mul(xs[t]))
	}
}

// Scale fills a list with s·x.
func (f Fast) Scale(sums []Sum, xs []Float, out []Sum) { scaleEach(f, sums, xs, out) }

// Differences fills a list with s − t.
func (Fast) Differences(ss, ts, out []Sum) {
	ts, out = ts[:len(ss)], out[:len(ss)]
	for i := range ss {
		out[i] = ss[i].Sub(ts[i])
	}
}

// Totals fills a list with the sums of a first one and the terms to each.
func (Fast) Totals(sum Sum, terms, out []Sum) {
	out = out[:len(terms)]
	for t := range terms {
		sum = sum.Add(terms[t])
		out[t] = sum
	}
}

// RoundList rounds a list, each with the word whether its digits are certain
// whatever the value is a multiple of.
func (Fast) RoundList(sums []Sum, places int, out []Whole) {
	by := &scales[places]
	out = out[:len(sums)]
	for t := range sums {
		w, sure := sums[t].plain(by)
		if !sure {
			w, sure = sums[t].Round(places, Unknown)
		}
		w.Sure = sure
		out[t] = w
	}
}

// Backward does the same.
func (w *Wide) Backward(terms, steps, out []WideFloat) { backward(w, terms, steps, out) }

// Sums does the same.
func (w *Wide) Sums(xs []WideFloat, out []WideSum) { sumEach(w, xs, out) }

// Weigh does the same.
func (w *Wide) Weigh(sums []WideSum, negative bool, by WideFloat, xs []WideFloat) {
	weighEach(w, sums, negative, by, xs)
}

// Scale does the same.
func (w *Wide) Scale(sums []WideSum, xs []WideFloat, out []WideSum) { scaleEach(w, sums, xs, out) }

// Differences does the same.
func (w *Wide) Differences(ss, ts, out []WideSum) { subtractEach(w, ss, ts, out) }

// Totals does the same.
func (w *Wide) Totals(sum WideSum, terms, out []WideSum) { totalEach(w, sum, terms, out) }

// RoundList does the same.
func (w *Wide) RoundList(sums []WideSum, places int, out []Whole) { roundEach(w, sums, places, out) }

// Backward does the same.
func (r Rational) Backward(terms, steps, out []Ratio) { backward(r, terms, steps, out) }

// Sums does the same.
func (r Rational) Sums(xs []Ratio, out []Ratio) { copy(out, xs) }

// Weigh does the same.
func (r Rational) Weigh(sums []Ratio, negative bool, w Ratio, xs []Ratio) {
	weighEach(r, sums, negative, w, xs)
}

// Scale does the same.
func (r Rational) Scale(sums, xs, out []Ratio) { scaleEach(r, sums, xs, out) }

// Differences does the same.
func (r Rational) Differences(ss, ts, out []Ratio) { subtractEach(r, ss, ts, out) }

// Totals does the same.
func (r Rational) Totals(sum Ratio, terms, out []Ratio) { totalEach(r, sum, terms, out) }

// RoundList does the same.
func (r Rational) RoundList(sums []Ratio, places int, out []Whole) { roundEach(r, sums, places, out) }

func backward[A Arithmetic[F, S], F, S any](ar A, terms, steps, out []F) {
	var next F
	for t := len(terms) - 1; t >= 0; t-- {
		next = ar.Add(terms[t], ar.Mul(next, steps[t]))
		out[t] = next
	}
}

func sumEach[A Arithmetic[F, S], F, S any](ar A, xs []F, out []S) {
	for t, x := range xs {
		var none S
		out[t] = ar.Plus(none, false, x)
	}
}

func weighEach[A Arithmetic[F, S], F, S any](ar A, sums []S, negative bool, w F, xs []F) {
	for t, s := range sums {
		sums[t] = ar.Plus(s, negative, ar.Mul(w, xs[t]))
	}
}

func scaleEach[A Arithmetic[F, S], F, S any](ar A, sums []S, xs []F, out []S) {
	for t, s := range sums {
		var none S
		out[t] = ar.Product(s, ar.Plus(none, false, xs[t]))
	}
}

func subtractEach[A Arithmetic[F, S], F, S any](ar A, ss, ts, out []S) {
	for i, s := range ss {
		out[i] = ar.SubSum(s, ts[i])
	}
}

func totalEach[A Arithmetic[F, S], F, S any](ar A, sum S, terms, out []S) {
	for t, term := range terms {
		sum = ar.AddSum(sum, term)
		out[t] = sum
	}
}

func roundEach[A Arithmetic[F, S], F, S any](ar A, sums []S, places int, out []Whole) {
	for t, s := range sums {
		w, sure := ar.Round(s, places, Unknown)
		w.Sure = sure
		out[t] = w
	}
}
