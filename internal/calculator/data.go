package calculator

import (
	"errors"
	"io"
	"strings"

	"blyant/internal/input"
	"blyant/internal/orders"
	"blyant/model/purchase"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Purchases as a request holds them: rows of JSON, or a file of a shop system.

// purchases is the part of a request that holds them.
type purchases struct {
	Log       purchase.Log
	Customers []purchase.Customer
	Report    *orders.Report // of a file; nil of JSON

	Currency                          string
	Customer, Date, Amount, DateOrder string // how a file is to be read
}

// transaction is a purchase of a JSON body.
type transaction struct {
	Customer string
	Date     string
	Amount   decimal.NullDecimal
}

// A body of rows of those who take one, for the documents.
const (
	ordersMeaning = "A file with a header: an export of orders by Shopify or WooCommerce, or columns customer, date and amount, or those that the query names."
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

// dataFields say how a file is to be read and what its money is.
func dataFields[R any](at func(*R) *purchases) []vocabulary.Field {
	text := func(name string, place func(*purchases) *string) vocabulary.Field {
		return vocabulary.Place(vocabulary.Text(name, 200).Under(vocabulary.GroupCalculator), func(r *R) any { return place(at(r)) })
	}
	return []vocabulary.Field{
		vocabulary.Place(vocabulary.Choice("currency", vocabulary.CurrencyCodes()...).Under(vocabulary.GroupGeneral), func(r *R) any { return &at(r).Currency }),
		text("customer", func(p *purchases) *string { return &p.Customer }),
		text("date", func(p *purchases) *string { return &p.Date }),
		text("amount", func(p *purchases) *string { return &p.Amount }),
		vocabulary.Place(vocabulary.Choice("date_order", "dmy", "mdy").Under(vocabulary.GroupCalculator), func(r *R) any { return &at(r).DateOrder }),
	}
}

// read reads a file; either says that it may be a table of customers.
func (p *purchases) read(body io.Reader, d input.RowDialect, either bool) error {
	o := orders.Options{Customer: p.Customer, Date: p.Date, Amount: p.Amount, Delimiter: d.Delimiter, Decimal: d.Decimal,
		DateOrder: p.DateOrder, Currency: p.Currency, MostRows: MostRows}
	var content orders.Content
	var err error
	if either {
		content, p.Report, err = orders.ReadEither(body, o)
	} else {
		content.Log, p.Report, err = orders.Read(body, o)
	}
	if err != nil {
		return learntFaults(err)
	}
	if content.Log != nil {
		p.Log = *content.Log
	}
	p.Customers = content.Customers
	return nil
}

// complete names the currency: the one asked for, else the file's, else that of
// a scenario; and returns its decimals.
func (p *purchases) complete() int {
	if p.Currency == "" && p.Report != nil {
		if _, known := vocabulary.Currency(p.Report.Currency).Decimals(); known {
			p.Currency = p.Report.Currency
		}
	}
	if p.Currency == "" {
		p.Currency = "NOK"
	}
	decimals, _ := vocabulary.Currency(p.Currency).Decimals()
	return decimals
}

// Marks of a file by the names that a query has for them.
var (
	delimiterNames = map[rune]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}
	decimalNames   = map[byte]string{'.': "point", ',': "comma"}
)

// dateIn reads a day of a field, nil where it is not given.
func dateIn(field, text string, faults *vocabulary.Faults) *purchase.Date {
	if text == "" {
		return nil
	}
	day, err := purchase.ParseDate(text)
	if err != nil {
		*faults = append(*faults, vocabulary.Fault{Field: field, Code: vocabulary.CodeOutOfRange, Reason: "not_a_day", Hint: "2027-01-31"})
		return nil
	}
	return &day
}
