package orders

import (
	"strings"
)

// row takes a row in, merges it or leaves it out.
func (r *reader) row(fields []string, width int) error {
	if len(fields) != width {
		r.report.leaveOut(WrongWidth, r.report.Read+1)
		return nil
	}
	at := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(fields[i])
	}
	if order := at(r.columns.order); order != "" {
		if _, further := r.orders[order]; further {
			r.report.Merged++
			return nil
		}
		r.orders[strings.Clone(order)] = struct{}{}
	}
	if reason := r.reason(at); reason != "" {
		r.report.leaveOut(reason, r.report.Read+1)
		return nil
	}
	if other, err := r.currency(at(r.columns.currency)); other || err != nil {
		if err == nil {
			r.report.leaveOut(OtherCurrency, r.report.Read+1)
		}
		return err
	}
	date, ok, unclear := parseDate(at(r.columns.date), r.options.DateOrder)
	if unclear {
		return refuse("date", "ambiguous_number", "date_ambiguous", "date_order=dmy, date_order=mdy", row(r.report.Read+1))
	}
	if !ok {
		r.report.leaveOut(NotADate, r.report.Read+1)
		return nil
	}
	return r.take(pending{key(at(r.columns.customer)), date, at(r.columns.amount), at(r.columns.refund), r.report.Read + 1})
}

// key makes e-mail addresses that differ in case alone one customer.
func key(customer string) string {
	if strings.ContainsRune(customer, '@') {
		return strings.ToLower(customer)
	}
	return customer
}

// reason says why an order is no purchase, empty where it is one.
func (r *reader) reason(at func(int) string) string {
	status := strings.TrimPrefix(strings.ReplaceAll(strings.ToLower(at(r.columns.status)), " ", "_"), "wc-")
	payment := strings.ToLower(at(r.columns.payment))
	switch {
	case strings.Contains(payment, "bogus") || strings.Contains(payment, "for testing"):
		return Test
	case at(r.columns.cancelled) != "" || status == "cancelled" || status == "failed" || status == "trash":
		return Cancelled
	case status == "refunded":
		return Refunded
	case strings.Contains(" pending authorized voided expired unpaid on-hold on_hold draft checkout-draft ", " "+status+" ") && status != "":
		return Unpaid
	case at(r.columns.customer) == "":
		return NoCustomer
	case at(r.columns.amount) == "":
		return NoAmount
	}
	return ""
}

// currency reports whether an order is in another currency than the one kept; two
// in a file are refused unless one of them was chosen.
func (r *reader) currency(code string) (other bool, err error) {
	code = strings.ToUpper(code)
	switch {
	case code == "":
		return false, nil
	case r.options.Currency != "":
		r.report.Currency = strings.ToUpper(r.options.Currency)
		return code != r.report.Currency, nil
	case r.report.Currency == "":
		r.report.Currency = strings.Clone(code)
	case r.report.Currency != code:
		return false, refuse("currency", "conflict", "several_currencies", "currency="+r.report.Currency, r.report.Currency, code)
	}
	return false, nil
}
