package calculator

import (
	"io"

	"blyant/internal/input"
	"blyant/internal/orders"
	"blyant/model/purchase"
	"blyant/model/vocabulary"
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
