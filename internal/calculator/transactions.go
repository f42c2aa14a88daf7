package calculator

import (
	"errors"
	"strings"

	"blyant/internal/input"
	"blyant/internal/orders"
	"blyant/model/purchase"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// transaction is a purchase of a JSON body.
type transaction struct {
	Customer string
	Date     string
	Amount   decimal.NullDecimal
}

// A body of rows of those who take one, for the documents.
const (
	ordersMeaning = "A file with a header: an export of orders by Shopify or WooCommerce, or columns customer, date and amount, so headed in English, Norwegian, Danish or Swedish, or those that the query names."
	ordersExample = "customer,date,amount\nada,2027-01-04,120\nada,2027-02-01,80\nbo,2027-02-02,99.5\nbo,2027-03-01,60\ncy,2027-02-20,45\ncy,2027-05-02,70\ncy,2027-06-11,75\ndi,2027-03-05,120\n"
)

var mostMoney = decimal.New(1, 12)

// transactionFields are those of a purchase.
var transactionFields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Text("customer", 200).Must().Under(vocabulary.GroupCalculator), func(t *transaction) any { return &t.Customer }),
	vocabulary.Place(vocabulary.Text("date", 40).Must().Under(vocabulary.GroupCalculator), func(t *transaction) any { return &t.Date }),
	vocabulary.Place(vocabulary.Number("amount", vocabulary.UnitMoney, mostMoney).Must().Under(vocabulary.GroupCalculator), func(t *transaction) any { return &t.Amount }),
}

// transactionsIn is the member that holds purchases.
func transactionsIn[R any](at func(*R) *purchases) input.Member {
	return input.TableOf("transactions", "transaction", MostRows, transactionFields, func(r *R, t *transaction) vocabulary.Faults {
		return at(r).add(t)
	})
}

// add takes a purchase in. Nothing of it is repeated in a fault.
func (p *purchases) add(t *transaction) vocabulary.Faults {
	text := t.Date
	if i := strings.IndexAny(text, "T "); i >= 0 && orders.IsTimeOfDay(text[i+1:]) {
		text = text[:i] // the time of day changes nothing
	}
	day, err := purchase.ParseDate(text)
	if err != nil {
		return vocabulary.Faults{{Field: "date", Code: vocabulary.CodeOutOfRange, Reason: "not_a_day", Hint: "2027-01-31"}}
	}
	money, held := purchase.MoneyOf(t.Amount.Decimal)
	if !held {
		return vocabulary.Faults{{Field: "amount", Code: vocabulary.CodeOutOfRange, Reason: "too_many_places", Args: []string{"9"}}}
	}
	var faults vocabulary.Faults
	errors.As(learntFaults(p.Log.Add(customerKey(t.Customer), day, money)), &faults)
	return faults
}

// customerKey makes e-mail addresses that differ in case alone one customer.
func customerKey(name string) string {
	if strings.ContainsRune(name, '@') {
		return strings.ToLower(name)
	}
	return name
}
