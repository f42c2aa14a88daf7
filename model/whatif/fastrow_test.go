package whatif

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// TestFastRows holds the rows of the closed forms against those of the exact
// projection.
func TestFastRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	fast := 0
	for range 150 {
		s := anyScenario(r)
		s.Decimals = vocabulary.Count(r.IntN(5))
		m := metrics[r.IntN(len(metrics))]
		a := exact.New(exact.Usual)
		v := varied{a: a, report: worth.NewReport(a, s.Decimals.Int), scenario: s, metric: m, change: decimal.New(1, -1)}
		full := s.WithDefaults()
		value, absent := v.of(evaluate(a, full))
		for _, f := range variables {
			x, given := f.Get(&full)
			if !given {
				continue
			}
			least, most := rangeOf(&full, f)
			low, high := around(x.Number, v.change, least, most)
			got, sure := v.fastRow(f, x.Number, low, high, least, most)
			if !sure {
				continue
			}
			fast++
			got.Field = vocabulary.Field{}
			want := v.exactRow(f, x.Number, low, high, number{value, absent.Code == ""})
			want.Field = vocabulary.Field{}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s of %s: %+v, want %+v", m.Name, f.Name, got, want)
			}
		}
	}
	if fast < 500 {
		t.Errorf("only %d rows were sure", fast)
	}
}
