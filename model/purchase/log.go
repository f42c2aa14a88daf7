package purchase

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"blyant/model/internal/fault"

	"github.com/shopspring/decimal"
)

// Money is an exact amount, Units·10^(−Places). Purchases carry it so that
// nothing is lost where money is added up.
type Money struct {
	Units  int64
	Places uint8 // 0 … 9
}

// MostPlaces is the greatest number of decimals of an amount.
const MostPlaces = 9

// MoneyOf returns the amount, and whether it can be held: at most nine decimals
// that are not zero, and 18 digits in all.
func MoneyOf(amount decimal.Decimal) (Money, bool) {
	places := -amount.Exponent()
	if places < 0 {
		places = 0
	}
	for places > 0 && amount.Equal(amount.Truncate(places-1)) {
		places--
	}
	units := amount.Shift(places).BigInt()
	if places > MostPlaces || !units.IsInt64() {
		return Money{}, false
	}
	return Money{units.Int64(), uint8(places)}, true
}

// Decimal returns the amount as a decimal number.
func (m Money) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(big.NewInt(m.Units), -int32(m.Places))
}

// Float returns the amount as the nearest machine number.
func (m Money) Float() float64 { return float64(m.Units) / math.Pow10(int(m.Places)) }

// Purchase is one purchase of a Log.
type Purchase struct {
	Customer int32 // index into the log's customers, in order of first appearance
	Date     Date
	Amount   Money
}

// Log is a list of purchases in any order. Its zero value is empty and ready.
// It keeps 24 bytes a purchase and each customer's name once.
type Log struct {
	index     map[string]int32
	customers []string
	purchases []Purchase
}

// Add appends a purchase. A customer without a name and a negative amount are
// refused (Faults, with the fields `customer` and `amount`); nothing is added
// then.
func (l *Log) Add(customer string, date Date, amount Money) error {
	switch {
	case customer == "":
		return fault.One("customer", fault.Required, "required")
	case amount.Units < 0:
		return fault.One("amount", fault.OutOfRange, "amount_negative", amount.Decimal().String())
	case amount.Places > MostPlaces:
		return fault.One("amount", fault.OutOfRange, "too_many_places", strconv.Itoa(MostPlaces))
	}
	if l.index == nil {
		l.index = map[string]int32{}
	}
	at, known := l.index[customer]
	if !known {
		at = int32(len(l.customers))
		customer = strings.Clone(customer) // the caller's may be part of a whole row
		l.index[customer] = at
		l.customers = append(l.customers, customer)
	}
	l.purchases = append(l.purchases, Purchase{at, date, amount})
	return nil
}

// Len returns the number of purchases.
func (l *Log) Len() int { return len(l.purchases) }

// Customers returns the customers in order of first appearance. The slice
// belongs to the log.
func (l *Log) Customers() []string { return l.customers }

// Purchases returns the purchases as they were added. The slice belongs to the
// log.
func (l *Log) Purchases() []Purchase { return l.purchases }

// Span returns the first and the last day with a purchase; ok is false for an
// empty log.
func (l *Log) Span() (first, last Date, ok bool) {
	if len(l.purchases) == 0 {
		return 0, 0, false
	}
	first, last = math.MaxInt32, math.MinInt32
	for _, p := range l.purchases {
		first, last = min(first, p.Date), max(last, p.Date)
	}
	return first, last, true
}
