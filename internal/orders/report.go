package orders

import (
	"maps"
	"slices"
	"strconv"

	"blyant/model/purchase"
)

// Options are what the caller says about a file; the zero value leaves all to be
// found.
type Options struct {
	Customer, Date, Amount string // names of the columns, for any CSV
	Delimiter              rune   // ',', ';', '\t' or '|'
	Decimal                byte   // '.' or ','
	DateOrder              string // dmy or mdy, for dates such as 01/02/2027
	Currency               string // the one to keep of several
	MostRows               int    // default a million
}

// Reasons why a row is left out.
const (
	NoCustomer    = "no_customer"
	NoAmount      = "no_amount"
	NotADate      = "not_a_date"
	NotANumber    = "not_a_number"
	Negative      = "amount_negative"
	Refunded      = "refunded"
	Cancelled     = "cancelled"
	Test          = "test_order"
	Unpaid        = "not_paid"
	OtherCurrency = "other_currency"
	WrongWidth    = "wrong_number_of_fields"
)

// Report says what was found and what became of the rows.
type Report struct {
	System    string // shopify, woocommerce or columns
	Encoding  string // utf-8, utf-16le, utf-16be or latin-1
	Delimiter rune
	Decimal   byte   // 0 where no amount has a mark
	Currency  string // empty where the file names none
	Read      int    // rows after the header
	Kept      int    // purchases
	Merged    int    // further lines of an order
	LeftOut   map[string]int
	First     map[string]int // the first row of each reason, the header being row 1
}

// leaveOut counts a row, the header being row 1.
func (r *Report) leaveOut(reason string, row int) {
	if r.LeftOut[reason]++; r.LeftOut[reason] == 1 {
		r.First[reason] = row
	}
}

// columnOf is the column that a reason is about; the others are about no column.
var columnOf = map[string]string{NoCustomer: "customer", NoAmount: "amount", NotADate: "date", NotANumber: "amount", Negative: "amount"}

// noneLeft refuses a file of which no row is a purchase, with the reason that most
// rows have.
func (r *Report) noneLeft() error {
	switch {
	case r.Read == 0:
		return refuse("file", "required", "no_rows", "")
	case r.Kept > 0:
		return nil
	}
	most := ""
	for _, reason := range slices.Sorted(maps.Keys(r.LeftOut)) {
		if most == "" || r.LeftOut[reason] > r.LeftOut[most] {
			most = reason
		}
	}
	field := columnOf[most]
	if field == "" {
		field = "file"
	}
	return refuse(field, "out_of_range", "no_row_left", "", row(r.LeftOut[most]), row(r.Read), row(r.First[most]), most)
}

// refuse is a file that cannot be read, as a fault with its place.
func refuse(field, code, reason, hint string, args ...string) error {
	return purchase.Faults{{Field: field, Code: code, Reason: reason, Args: args, Hint: hint}}
}

func row(n int) string { return strconv.Itoa(n) }
