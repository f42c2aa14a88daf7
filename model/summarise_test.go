package model_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// drawn is a number of up to so many digits with so many decimals, both at their
// ends as often as not.
func drawn(t *rapid.T, name string, most, places int64) decimal.NullDecimal {
	coefficient := rapid.OneOf(rapid.Int64Range(0, most), rapid.SampledFrom([]int64{0, 1, most})).Draw(t, name)
	return decimal.NewNullDecimal(decimal.New(coefficient, -int32(places)))
}

// drawnScenario is any scenario that is allowed, small and enormous ones alike.
func drawnScenario(t *rapid.T) model.Scenario {
	s := model.Scenario{
		Currency:             vocabulary.Currency(rapid.SampledFrom([]string{"NOK", "JPY", "KWD"}).Draw(t, "currency")),
		Period:               model.Period(rapid.SampledFrom([]string{"week", "month", "quarter", "year"}).Draw(t, "period")),
		Timing:               model.Timing(rapid.SampledFrom([]string{"start", "mid", "end"}).Draw(t, "timing")),
		Horizon:              vocabulary.Count(rapid.SampledFrom([]int{1, 2, 10, 60, 300}).Draw(t, "horizon")),
		AcquisitionCost:      drawn(t, "acquisition_cost", 1e14, int64(rapid.SampledFrom([]int{2, 8, 12}).Draw(t, "places"))),
		BasketValue:          drawn(t, "basket_value", 1e14, int64(rapid.SampledFrom([]int{2, 8, 12}).Draw(t, "places"))),
		BasketGrowthRate:     drawn(t, "basket_growth_rate", 10000, int64(rapid.SampledFrom([]int{4, 5, 7}).Draw(t, "places"))),
		OrdersPerPeriod:      drawn(t, "orders_per_period", 1e6, int64(rapid.SampledFrom([]int{0, 4, 6}).Draw(t, "places"))),
		RepeatPurchaseRate:   drawn(t, "repeat_purchase_rate", 1e4, 4),
		ServiceCostPerOrder:  drawn(t, "service_cost_per_order", 1e14, int64(rapid.SampledFrom([]int{2, 8, 12}).Draw(t, "places"))),
		ServiceCostPerPeriod: drawn(t, "service_cost_per_period", 1e14, int64(rapid.SampledFrom([]int{2, 8, 12}).Draw(t, "places"))),
		MarginRate:           drawn(t, "margin_rate", 1e4, 4),
		AddOnRate:            drawn(t, "add_on_rate", 1e4, 4),
		AddOnValue:           drawn(t, "add_on_value", 1e6, 2),
	}
	if rapid.Bool().Draw(t, "prospects") { // a customer then costs what many prospects do
		s.AcquisitionCost = decimal.NullDecimal{}
		s.CostPerProspect = drawn(t, "cost_per_prospect", 1e12, 2)
		s.ConversionRate = drawn(t, "conversion_rate", 1e4, int64(rapid.SampledFrom([]int{4, 10, 15}).Draw(t, "places")))
		s.ConversionRate.Decimal = s.ConversionRate.Decimal.Add(decimal.New(1, -15))
	}
	s.AnnualDiscountRate.Decimal = decimal.New(rapid.Int64Range(-9900, 10000).Draw(t, "annual_discount_rate"), -4)
	s.AnnualDiscountRate.Valid = rapid.Bool().Draw(t, "discounted")
	if rapid.Bool().Draw(t, "negative margin") {
		s.MarginRate.Decimal = s.MarginRate.Decimal.Neg()
	}
	return s
}

// A summary alone is the summary of the whole answer: figures, notes and faults,
// but for those of periods.
func TestSummariseIsTheSummaryOfLifetimeValue(t *testing.T) {
	refused, small := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		s := drawnScenario(t)
		whole, err := model.LifetimeValue(s)
		alone, errAlone := model.Summarise(s)
		if own := ofSummary(err); !reflect.DeepEqual(own, slices.Clone(ofAll(errAlone))) && len(own)+len(ofAll(errAlone)) > 0 {
			t.Fatalf("%+v:\n%v\nalone\n%v", s, err, errAlone)
		}
		if errAlone != nil {
			refused++
			return
		}
		small++
		if err == nil && (alone.Summary != whole.Summary || !reflect.DeepEqual(notesOfSummary(alone.Notes), notesOfSummary(whole.Notes)) || !reflect.DeepEqual(alone.Scenario, whole.Scenario)) {
			t.Fatalf("%+v:\n%+v\nalone\n%+v", s, whole.Summary, alone.Summary)
		}
	})
	if refused < 5 || small < 5 {
		t.Errorf("%d were refused and %d answered", refused, small)
	}
}

func ofAll(err error) vocabulary.Faults {
	var faults vocabulary.Faults
	errors.As(err, &faults)
	return faults
}

// notesOfSummary are the notes but for those on figures of periods that are too large.
func notesOfSummary(notes []vocabulary.Note) []vocabulary.Note {
	return slices.DeleteFunc(slices.Clone(notes), func(n vocabulary.Note) bool {
		_, is := vocabulary.FigureNamed(model.SummaryFigures(), n.Field)
		return n.Code == "figure_too_large" && !is
	})
}

// ofSummary are the faults but for those of periods, which name theirs.
func ofSummary(err error) vocabulary.Faults {
	return slices.DeleteFunc(slices.Clone(ofAll(err)), func(f vocabulary.Fault) bool { return f.Code == vocabulary.CodeResultOutOfRange && len(f.Args) > 1 })
}

// A figure of one period can be too large where the sums are not: a basket that
// hardly anybody buys any more, a loss that a later gain makes good. It refuses an
// answer that has periods, and no other.
func TestSummariseLooksAtItsOwnFigures(t *testing.T) {
	s := model.Scenario{AcquisitionCost: vocabulary.Given("1"), BasketValue: vocabulary.Given("1"), BasketGrowthRate: vocabulary.Given("1"),
		RepeatPurchaseRate: vocabulary.Given("0.1"), Horizon: vocabulary.Count(60)}
	if alone, err := model.Summarise(s); err != nil || alone.Summary.LifetimeValue.String() != "1.25" {
		t.Errorf("%v, %v", alone.Summary.LifetimeValue.String(), err)
	}
	if _, err := model.LifetimeValue(s); len(ofAll(err)) == 0 {
		t.Error("the whole is answered")
	}
}

func BenchmarkSummarise(b *testing.B) {
	s := model.Scenario{AcquisitionCost: vocabulary.Given("50"), BasketValue: vocabulary.Given("10"), MarginRate: vocabulary.Given("0.4"),
		OrdersPerPeriod: vocabulary.Given("1"), RepeatPurchaseRate: vocabulary.Given("0.97"), AnnualDiscountRate: vocabulary.Given("0.08"),
		BasketGrowthRate: vocabulary.Given("0.005"), ServiceCostPerOrder: vocabulary.Given("0.5"), Period: model.Month, Horizon: vocabulary.Count(120)}
	b.Run("summary", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = model.Summarise(s)
		}
	})
	b.Run("whole", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = model.LifetimeValue(s)
		}
	})
}
