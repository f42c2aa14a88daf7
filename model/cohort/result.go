package cohort

import (
	"math/big"

	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

// Result is the cohort table.
type Result struct {
	Period   Period
	End      purchase.Date
	Cohorts  []Cohort // in order of time; periods without new customers have none
	Average  []Average
	Totals   Totals
	AfterEnd int // purchases after End, left out
	Notes    []string
}

// Cohort is the customers who first bought in one period.
type Cohort struct {
	Name      string // 2027, 2027-Q1, 2027-01, 2027-W05
	First     purchase.Date
	Customers int
	Ages      []*Cell // by age; nil where the period is not observed to its end
}

// Cell is a cohort at one age.
type Cell struct {
	Age         int
	Active      int             // customers with an order
	ActiveShare decimal.Decimal // Active ÷ customers, 6 decimals
	Orders      int             // not merged by day
	Revenue     decimal.Decimal // exact
	ToDate      decimal.Decimal // revenue to and with this age, exact, of all customers
	PerCustomer *big.Rat        // ToDate ÷ customers, exact
}

// Average is the mean over the cohorts observed at an age, weighted by customers.
type Average struct {
	Age         int
	Cohorts     int             // how many were observed
	Customers   int             // in them
	ActiveShare decimal.Decimal // 6 decimals
	Orders      decimal.Decimal // a customer, 6 decimals
	Revenue     *big.Rat        // a customer at this age, exact
	PerCustomer *big.Rat        // a customer to date, exact
}

// Totals are sums over all purchases to and with the end, whether or not their
// period is over.
type Totals struct {
	Customers         int
	Orders            int
	Revenue           decimal.Decimal // exact
	BasketValue       *big.Rat        // revenue ÷ orders, exact
	OrdersPerCustomer decimal.Decimal // 6 decimals
	Repeaters         int             // customers with two orders or more
	RepeatShare       decimal.Decimal // Repeaters ÷ customers, 6 decimals
}
