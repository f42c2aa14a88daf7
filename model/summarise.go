package model

import (
	"math"
	"sync"

	"blyant/model/internal/formula"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// Summarise is LifetimeValue without the schedule: the same figures, notes and
// faults in a hundredth of the time, for whoever asks about millions of
// customers or for one figure. Faults of periods are among them.
func Summarise(s Scenario) (Result, error) {
	if err := s.validate(nil).OrNil(); err != nil {
		return Result{}, err
	}
	var result Result
	err := result.summarise(&s, false)
	return result, err
}

// SummariseInto is Summarise without the notes, and into a result that is there:
// for rows by the million. Where there is an error the result says nothing.
func SummariseInto(result *Result, s *Scenario) error {
	if err := s.validate(nil).OrNil(); err != nil {
		return err
	}
	return result.summarise(s, true)
}

// sums keeps memory for figures before they are reported.
var sums = sync.Pool{New: func() any { return new(formula.Summary) }}

// summarise works out the scenario, which is valid, as Summarise does.
func (result *Result) summarise(s *Scenario, silently bool) error {
	full := &result.Scenario
	*full = *s
	full.fillDefaults()
	places := full.Decimals.Int
	r := worth.NewReport(nil, places)
	r.Silent = silently
	if !silently {
		s.noteAssumptions(r)
	}
	terms := full.numbers()
	value := sums.Get().(*formula.Summary) // the pool holds nothing else
	defer sums.Put(value)
	formula.SummariseInto(value, &terms, places)
	summarise(&result.Summary, r, value)
	if len(r.Faults) > 0 || !staysSmall(full, &result.Summary) {
		rows := make([]formula.Row, terms.Horizon)
		formula.Schedule(&terms, places, rows)
		schedule(r, rows) // for its faults
	}
	if !silently {
		full.noteWarnings(r, value.LosesOnEveryOrder, value.FirstPeriodLoses, value.Viral)
	}
	result.Notes = r.Notes
	return r.Faults.OrNil()
}

// surelySmall is a tenth of the magnitude from which a figure is refused, so that
// the errors of binary numbers, parts in 1e12, decide nothing.
const surelySmall = 1e14

// staysSmall reports whether no figure of any period can be too large, by a bound
// on all of them: with ρ the revenue of a lifetime, σ its service costs, A the
// acquisition cost, D the greatest discount factor,
//
//	|contribution_t| ≤ ρ + σ,   |cumulative_t| ≤ A + ρ + σ,   each discounted at most D times,
//
// since revenue, orders and shares of a period are parts of their sums, and
// baskets are at most the greater of the first and the last. Where it is not sure
// the periods are computed.
func staysSmall(s *Scenario, sums *Summary) bool {
	orders, periods := sums.ExpectedOrders.Float64(), sums.ExpectedLifetimePeriods.Float64()
	// sums are reported to six decimals: one in the last place more is a bound
	const rounding = 1e-6
	service := (orders+rounding)*float(s.ServiceCostPerOrder) + (periods+rounding)*float(s.ServiceCostPerPeriod)
	years := float64(s.Horizon.Int) / float64(s.Period.PerYear())
	discount := math.Max(1, math.Pow(1+float(s.AnnualDiscountRate), -years))
	basket := float(s.BasketValue) * math.Max(1, math.Pow(1+float(s.BasketGrowthRate), float64(s.Horizon.Int-1)))
	bound := (sums.LifetimeRevenue.Float64() + 1 + service + sums.CostPerNewCustomer.Float64() + 1) * discount
	return bound < surelySmall && basket < surelySmall && orders < surelySmall
}

// float is the nearest binary number, by one division of two exact ones where the
// coefficient has at most 53 bits.
func float(d decimal.NullDecimal) float64 {
	if places := -d.Decimal.Exponent(); d.Decimal.NumDigits() <= 15 && places >= 0 && places <= 22 {
		return float64(d.Decimal.CoefficientInt64()) / math.Pow10(int(places))
	}
	return d.Decimal.InexactFloat64()
}
