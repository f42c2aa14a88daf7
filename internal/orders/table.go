package orders

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"blyant/model/purchase"
)

// Content is what a file holds: purchases one by one, or what they come to for
// each customer.
type Content struct {
	Log       *purchase.Log
	Customers []purchase.Customer
}

// ReadEither reads a file of orders as Read does, or a table of customers with
// the columns x, t_x, T and, where known, zbar, count and customer. Numbers of a
// table are a machine's: they have a point as their decimal mark, a comma only
// where the options say so.
func ReadEither(file io.Reader, o Options) (Content, *Report, error) {
	r := newReader(file, o)
	r.either = true
	err := r.run()
	if err != nil {
		return Content{}, r.report, err
	}
	if r.customers != nil {
		return Content{Customers: r.customers}, r.report, nil
	}
	return Content{Log: r.log}, r.report, nil
}

// System of a table of customers.
const systemCustomers = "customers"

// tableColumns are the places of what a table of customers holds, −1 where there
// is none.
type tableColumns struct{ x, tx, t, zbar, count, customer int }

// tableOf finds the columns of a table of customers; false where it is none.
func tableOf(header []string, o Options) (tableColumns, bool) {
	find := func(name string) int {
		for i, have := range header {
			if fold(have) == name {
				return i
			}
		}
		return -1
	}
	c := tableColumns{find("x"), find("t_x"), find("t"), find("zbar"), find("count"), find("customer")}
	named := o.Customer != "" || o.Date != "" || o.Amount != ""
	return c, !named && c.x >= 0 && c.tx >= 0 && c.t >= 0
}

// table reads the rows of a table of customers.
func (r *reader) table(rows *csv.Reader, c tableColumns, width int) error {
	r.report.System, r.customers = systemCustomers, []purchase.Customer{}
	for {
		fields, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(err, r.report.Read+2)
		}
		if r.report.Read++; r.report.Read > r.options.MostRows {
			return refuse("file", "too_many", "too_many_rows", "", row(r.options.MostRows))
		}
		if len(fields) != width {
			r.report.leaveOut(WrongWidth, r.report.Read+1)
			continue
		}
		customer, err := r.customer(fields, c)
		if err != nil {
			return err
		}
		r.customers = append(r.customers, customer)
		r.report.Kept++
	}
}

// customer reads a row. Ranges are the model's affair.
func (r *reader) customer(fields []string, c tableColumns) (out purchase.Customer, err error) {
	number := func(at int, name string, absent float64) float64 {
		if at < 0 || strings.TrimSpace(fields[at]) == "" && absent == absent {
			return absent
		}
		x, ok := r.float(strings.TrimSpace(fields[at]))
		if !ok && err == nil {
			err = refuse("customers["+row(len(r.customers))+"]."+name, "not_a_number", "not_a_number_in_row", "", row(r.report.Read+1))
		}
		return x
	}
	whole := func(at int, name string, absent float64) int {
		x := number(at, name, absent)
		if err == nil && (x != math.Trunc(x) || math.Abs(x) > purchase.MostAlike) {
			err = refuse("customers["+row(len(r.customers))+"]."+name, "out_of_range", "not_whole_in_row", "", row(r.report.Read+1))
		}
		return int(x)
	}
	out = purchase.Customer{X: whole(c.x, "x", math.NaN()), TX: number(c.tx, "t_x", math.NaN()), T: number(c.t, "T", math.NaN()),
		ZBar: number(c.zbar, "zbar", 0), Count: whole(c.count, "count", 1)}
	if c.customer >= 0 {
		out.Name = strings.Clone(strings.TrimSpace(fields[c.customer]))
	}
	return out, err
}

// float reads a number as a machine writes it, an exponent included.
func (r *reader) float(text string) (float64, bool) {
	if r.options.Decimal == ',' {
		if strings.Contains(text, ".") {
			return 0, false
		}
		text = strings.Replace(text, ",", ".", 1)
	}
	if strings.Trim(text, "0123456789.eE+-") != "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil
}
