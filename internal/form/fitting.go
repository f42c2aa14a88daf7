package form

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// besides is what the first example of a page has beyond its customer, in periods as
// long as those of another customer, and such that it fits that one.
func besides(to Page, l locale.Language, customer input.Params) input.Params {
	for _, e := range calculator.Examples() {
		if !slices.Contains(to.Answers, e.Resource) {
			continue
		}
		example := Numbered(e.Query(l))
		own := slices.DeleteFunc(slices.Clone(example), func(p input.Param) bool {
			_, of := vocabulary.FieldNamed(customerFields, p.Name)
			return of
		})
		return fitting(between(to, periodOf(example), periodOf(customer), roughly).of(own), example, customer)
	}
	return nil
}

// fitting leaves room for what an example adds to the repeat-purchase rate: where the
// customer's leaves too little, as great a part of those who would leave stay as stay
// of the example's.
func fitting(own, example, customer input.Params) input.Params {
	for i, param := range own {
		if _, name := splitField(param.Name); name != "repeat_purchase_rate_change" {
			continue
		}
		room, added, left := one.Sub(greatestRate(customer)), valueOf(example, param.Name), one.Sub(greatestRate(example))
		if valueOf(own, param.Name).GreaterThan(room) && left.IsPositive() {
			own[i].Value = answer.Digits(trimmed(room.Mul(added).Div(left).RoundFloor(roughly)))
		}
	}
	return own
}

// valueOf is the number that a canonical parameter has, 0 where it has none.
func valueOf(p input.Params, name string) decimal.Decimal {
	for _, param := range p {
		if d, err := decimal.NewFromString(param.Value); param.Name == name && err == nil {
			return d
		}
	}
	return decimal.Zero
}

// greatestRate is the repeat-purchase rate of canonical parameters, of a curve the
// greatest.
func greatestRate(p input.Params) decimal.Decimal {
	greatest := valueOf(p, "repeat_purchase_rate")
	for _, param := range p {
		if param.Name != "retention_curve" {
			continue
		}
		for text := range strings.SplitSeq(param.Value, ",") {
			if d, err := decimal.NewFromString(text); err == nil {
				greatest = decimal.Max(greatest, d)
			}
		}
	}
	return greatest
}

// roughly is how many decimals are enough for numbers that are examples.
const roughly = 4

// periodOf is the period of parameters, a year where they do not say.
func periodOf(p input.Params) model.Period {
	for _, param := range p {
		if param.Name == "period" && model.Period(param.Value).PerYear() > 0 {
			return model.Period(param.Value)
		}
	}
	return model.Year
}
