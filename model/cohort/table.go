package cohort

import (
	"math/big"
	"slices"

	"blyant/model/internal/fault"
	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

// NoteActiveShare is the note of every result: the active share of a cohort may
// rise with age.
const NoteActiveShare = "active_share_is_no_survival"

// NotePurchasesAfterEnd says that purchases after the end were left out.
const NotePurchasesAfterEnd = "purchases_after_end"

// MostCells bounds cohorts × ages, so that a log over many years by week is
// refused rather than answered with a table that nobody can read.
const MostCells = 2_000_000

// Faults are what is wrong with a request; an error of this package is of this
// type.
type Faults = fault.Faults

// Request is a log of purchases and how to gather it.
type Request struct {
	Log    *purchase.Log
	Period Period         // month by default
	End    *purchase.Date // last day observed; default the last purchase
}

// Table gathers the purchases. Faults of the request are Faults.
func Table(request Request) (*Result, error) {
	if request.Period == "" {
		request.Period = Month
	}
	if err := check(request); err != nil {
		return nil, err
	}
	_, end, _ := request.Log.Span()
	if request.End != nil {
		end = *request.End
	}
	g := gather(request.Log, request.Period, end)
	if len(g.customers) == 0 {
		first, _, _ := request.Log.Span()
		return nil, fault.One("end", fault.OutOfRange, "before_first_purchase", end.String(), first.String())
	}
	if g.cells() > MostCells {
		return nil, fault.One("period", fault.TooMany, "too_many_cells", string(request.Period))
	}
	result := &Result{Period: request.Period, End: end, AfterEnd: g.afterEnd, Notes: []string{NoteActiveShare}}
	if g.afterEnd > 0 {
		result.Notes = append(result.Notes, NotePurchasesAfterEnd)
	}
	result.Cohorts = g.cohorts()
	result.Average = average(result.Cohorts)
	result.Totals = g.totals()
	return result, nil
}

// check lists what is wrong with the request.
func check(request Request) error {
	var faults fault.Faults
	if request.Log == nil || request.Log.Len() == 0 {
		faults.Add("transactions", fault.Required, "required")
	}
	if !request.Period.valid() {
		faults.Add("period", fault.NotAChoice, "not_a_choice", string(request.Period),
			string(Week), string(Month), string(Quarter), string(Year))
	}
	return faults.OrNil()
}

// share returns n ÷ of with six decimals, half away from zero.
func share(n, of int) decimal.Decimal {
	return decimal.NewFromInt(int64(n)).DivRound(decimal.NewFromInt(int64(of)), 6)
}

// average goes through the ages.
func average(cohorts []Cohort) []Average {
	longest := 0
	for _, c := range cohorts {
		longest = max(longest, len(c.Ages))
	}
	var out []Average
	for age := range longest {
		a := Average{Age: age}
		active, orders := 0, 0
		revenue, toDate := decimal.Zero, decimal.Zero
		for _, c := range cohorts {
			if age >= len(c.Ages) || c.Ages[age] == nil {
				continue
			}
			cell := c.Ages[age]
			a.Cohorts++
			a.Customers += c.Customers
			active += cell.Active
			orders += cell.Orders
			revenue, toDate = revenue.Add(cell.Revenue), toDate.Add(cell.ToDate)
		}
		if a.Cohorts == 0 {
			continue
		}
		a.ActiveShare, a.Orders = share(active, a.Customers), share(orders, a.Customers)
		a.Revenue, a.PerCustomer = quotient(revenue, a.Customers), quotient(toDate, a.Customers)
		out = append(out, a)
	}
	return slices.Clip(out)
}

// quotient is an exact mean of money.
func quotient(sum decimal.Decimal, of int) *big.Rat {
	return new(big.Rat).Quo(sum.Rat(), new(big.Rat).SetInt64(int64(of)))
}
