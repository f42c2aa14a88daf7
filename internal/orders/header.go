package orders

import (
	"slices"
	"strings"
)

// columns are the places of what is needed in a row, −1 where there is none.
type columns struct {
	system                                                  string
	customer, date, amount, order, status, refund, currency int
	cancelled, payment                                      int
}

// layout is a known export: each column under the names it may have.
type layout struct {
	system                                        string
	customer, date, amount, order, status, refund []string
	currency, cancelled, payment                  []string
}

// layouts of exports as the systems and their usual extensions write them.
var layouts = []layout{
	{system: "shopify", customer: []string{"email"}, date: []string{"created at"}, amount: []string{"total"}, order: []string{"name"},
		status: []string{"financial status"}, refund: []string{"refunded amount"}, currency: []string{"currency"},
		cancelled: []string{"cancelled at"}, payment: []string{"payment method"}},
	{system: "woocommerce", customer: []string{"billing_email", "email (billing)", "customer email", "customer_email"},
		date: []string{"order_date", "order date", "date"}, amount: []string{"order_total", "order total amount", "order total"},
		order:  []string{"order_id", "order_number", "order number", "order id"},
		status: []string{"status", "order_status", "order status"}, refund: []string{"refunded_total", "refund_total", "order refund amount", "total_refunded"},
		currency: []string{"order_currency", "currency", "order currency"}, payment: []string{"payment_method", "payment method"}},
}

// recognise finds the columns of a header: those that were named, else those of a
// known export, else those headed customer, date and amount in one of the languages.
func recognise(header []string, o Options) (columns, error) {
	at := map[string]int{}
	for i, name := range header {
		if key := fold(name); key != "" {
			if _, twice := at[key]; !twice {
				at[key] = i
			}
		}
	}
	find := func(names ...string) int {
		for _, name := range names {
			if i, ok := at[fold(name)]; ok {
				return i
			}
		}
		return -1
	}
	if o.Customer == "" && o.Date == "" && o.Amount == "" {
		for _, l := range layouts {
			c := columns{l.system, find(l.customer...), find(l.date...), find(l.amount...), find(l.order...), find(l.status...),
				find(l.refund...), find(l.currency...), find(l.cancelled...), find(l.payment...)}
			if c.customer >= 0 && c.date >= 0 && c.amount >= 0 && c.order >= 0 {
				return c, nil
			}
		}
	}
	return named(find, header, o)
}

// named finds the three columns by name: those that were named, else those headed so
// in one of the languages.
func named(find func(...string) int, header []string, o Options) (columns, error) {
	c := columns{"columns", -1, -1, -1, -1, -1, -1, headed(header, "currency"), -1, -1}
	for _, want := range []struct {
		field, name string
		at          *int
	}{{"customer", o.Customer, &c.customer}, {"date", o.Date, &c.date}, {"amount", o.Amount, &c.amount}} {
		name := want.name
		if *want.at = find(name); name == "" {
			name = want.field
			*want.at = headed(header, name)
		}
		if *want.at < 0 && headless(header) {
			return c, refuse("file", "required", "header_missing", "customer,date,amount")
		} else if *want.at < 0 {
			return c, refuse(want.field, "required", "column_missing", hint(find, header), name)
		}
	}
	return c, nil
}

// headless reports whether what should name the columns is a row already: dates
// name none.
func headless(header []string) bool {
	return slices.ContainsFunc(header, func(name string) bool {
		_, is, unclear := parseDate(strings.TrimSpace(name), "")
		return is || unclear
	})
}

// translations are other names of the three columns, for a hint.
var translations = [3][]string{
	{"e-mail", "email", "e-post", "epost", "mail", "kunde", "kundenr", "kundnummer", "kund", "customer id", "customer_id", "client", "kunden-id", "kunden-nr", "kunden-nr.", "kundennummer", "kundenummer", "kunde-id", "kundeid", "kund-id", "kundnr", "medlem", "medlemsnr", "member", "user_id", "user id", "client_id", "customer_key"},
	{"dato", "datum", "ordredato", "orderdatum", "created at", "order date", "order_date", "bestilt", "købsdato", "kjøpsdato", "inköpsdatum", "bestelldatum", "ordre dato", "fakturadato", "fakturadatum", "invoice date", "invoicedate", "purchase_date", "purchase date", "day", "dag"},
	{"beløp", "beløb", "belopp", "sum", "total", "totalt", "pris", "price", "value", "revenue", "betrag", "order total", "umsatz", "summa", "omsetning", "omsætning", "omsättning", "ordresum", "ordersumma", "ordrebeløp", "ordrebeløb", "order_total", "total price", "total_price", "spend", "kr"},
}

// hint names columns that look like the three, ready to type; empty where not all
// are found.
func hint(find func(...string) int, header []string) string {
	var parts []string
	for i, field := range []string{"customer", "date", "amount"} {
		at := find(append([]string{field}, translations[i]...)...)
		if at < 0 {
			return ""
		}
		parts = append(parts, field+"="+strings.TrimSpace(header[at]))
	}
	return strings.Join(parts, "&")
}

func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
