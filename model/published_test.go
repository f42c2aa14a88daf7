package model_test

import (
	"errors"
	"testing"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Values printed in public sources, each recomputed from the specification.
func TestPublishedValues(t *testing.T) {
	textbook := model.Scenario{AcquisitionCost: number("0"), BasketValue: number("100"), RepeatPurchaseRate: number("0.8"), AnnualDiscountRate: number("0.1")}
	timed := func(when model.Timing) model.Scenario {
		s := textbook
		s.Timing = when
		return s
	}
	// Gupta & Lehmann's margin multiple r/(1+i−r) leaves the first period out.
	multiple := func(rate string) model.Scenario {
		return model.Scenario{AcquisitionCost: number("1"), BasketValue: number("1"), RepeatPurchaseRate: number(rate),
			AnnualDiscountRate: number("0.12"), Decimals: whole(4)}
	}
	// 1 % a month is 1.01^12 − 1 a year.
	netflix := model.Scenario{Period: model.Month, AcquisitionCost: number("0"), BasketValue: number("18.45"),
		ServiceCostPerPeriod: number("0.50"), RepeatPurchaseRate: number("0.995"),
		AnnualDiscountRate: decimal.NewNullDecimal(decimal.RequireFromString("1.01").Pow(decimal.NewFromInt(12)).Sub(decimal.NewFromInt(1)).Truncate(20))}
	for _, c := range []struct {
		source, want string
		scenario     model.Scenario
		less         string // of the perpetuity
	}{
		{"Fader & Hardie, note 024: c(1+d)/(1+d−r)", "366.67", timed(model.Start), "0"},
		{"Fader & Hardie, note 024: the same half a period later", "349.60", timed(model.Mid), "0"},
		{"Fader & Hardie, note 024: c/(1+d−r)", "333.33", timed(model.End), "0"},
		{"UVA Darden, Netflix example", "1208.63", netflix, "0"},
		{"Gupta & Lehmann, r = 0.6, i = 0.12", "1.1538", multiple("0.6"), "1"},
		{"Gupta & Lehmann, r = 0.7, i = 0.12", "1.6667", multiple("0.7"), "1"},
		{"Gupta & Lehmann, r = 0.8, i = 0.12", "2.5000", multiple("0.8"), "1"},
		{"Gupta & Lehmann, r = 0.9, i = 0.12", "4.0909", multiple("0.9"), "1"},
	} {
		got := worth(t, c.scenario).Summary.PerpetualLifetimeValue.Decimal().Sub(decimal.RequireFromString(c.less))
		if got.StringFixed(-got.Exponent()) != c.want {
			t.Errorf("%s: %s, printed %s", c.source, got, c.want)
		}
	}
}

// calclibrary's calculator: basket 65, 0.6 orders a month, margin 58 %, 18 months
// certain, acquisition 40.
func TestPublishedCalculator(t *testing.T) {
	got := worth(t, model.Scenario{Period: model.Month, Horizon: whole(18), AcquisitionCost: number("40"), BasketValue: number("65"),
		OrdersPerPeriod: number("0.6"), MarginRate: number("0.58"), RepeatPurchaseRate: number("1")}).Summary
	for _, c := range []struct {
		name, want string
		got        vocabulary.Rounded
		places     int32
	}{
		{"value", "407.16", got.LifetimeValue, 2},
		{"ratio", "10.18", got.ValueToCostRatio, 2},
		{"payback in months", "1.8", got.PaybackPeriods, 1},
		{"payback in orders", "1.06", got.PaybackOrders, 2},
	} {
		if s := c.got.Decimal().StringFixed(c.places); s != c.want {
			t.Errorf("%s: %s, printed %s", c.name, s, c.want)
		}
	}
}

func TestFaultsComeAllAtOnce(t *testing.T) {
	_, err := model.LifetimeValue(model.Scenario{Horizon: whole(0), MarginRate: number("40"), BasketValue: number("10"), BasketCap: number("9"), Currency: "nok"})
	want := map[string]vocabulary.Code{"horizon": vocabulary.CodeOutOfRange, "margin_rate": vocabulary.CodeOutOfRange, "basket_cap": vocabulary.CodeOutOfRange,
		"currency": vocabulary.CodeNotAChoice, "acquisition_cost": vocabulary.CodeRequired, "repeat_purchase_rate": vocabulary.CodeRequired}
	var faults vocabulary.Faults
	ok := errors.As(err, &faults)
	if !ok || len(faults) != len(want) {
		t.Fatalf("%v", err)
	}
	for _, f := range faults {
		if want[f.Field] != f.Code {
			t.Errorf("%s: %s", f.Field, f.Code)
		}
		if f.Field == "margin_rate" && f.Hint != "0.4 or 40%" {
			t.Errorf("hint %q", f.Hint)
		}
	}
}

func TestTooLargeIsRefusedOrNull(t *testing.T) {
	s := pencils()
	s.BasketGrowthRate, s.Horizon = number("1"), whole(60)
	_, err := model.LifetimeValue(s)
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || faults[0].Code != vocabulary.CodeResultOutOfRange {
		t.Errorf("a basket that doubles sixty times: %v", err)
	}
	s = pencils()
	s.AcquisitionCost = number("0.00000000000000000001")
	r := worth(t, s)
	if !r.Summary.ValueToCostRatio.IsNull() {
		t.Errorf("ratio %v", r.Summary.ValueToCostRatio)
	}
	if !noted(r, "figure_too_large", "value_to_cost_ratio") {
		t.Errorf("notes %v", r.Notes)
	}
}

func noted(r model.Result, code, field string) bool {
	for _, n := range r.Notes {
		if n.Code == code && n.Field == field {
			return true
		}
	}
	return false
}

// Every null figure has a note that says why.
func TestNullFiguresHaveNotes(t *testing.T) {
	for i, c := range lifetimeCases(t) {
		r := worth(t, golden.Scenario(t, c.Request))
		for _, f := range model.SummaryFigures() {
			name := f.Name
			if !f.Of(&r.Summary).IsNull() {
				continue
			}
			found := false
			for _, n := range r.Notes {
				found = found || n.Field == name
			}
			if !found {
				t.Errorf("case %d: %s is null without a note: %v", i, name, r.Notes)
			}
		}
	}
}
