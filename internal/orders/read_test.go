package orders_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"blyant/internal/orders"
	"blyant/model/purchase"
)

// A Shopify export has a line for each item; what belongs to the order stands in
// its first line only.
const shopify = `Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Cancelled at,Payment Method,Refunded Amount
#1001,Ada@example.com,paid,2027-01-31 23:30:00 +0100,NOK,100.00,0.00,20.00,120.00,2027-01-31 23:30:00 +0100,1,"Pencil, soft",,Klarna,0.00
#1001,Ada@example.com,,,,,,,,2027-01-31 23:30:00 +0100,2,Eraser,,,
#1002,ada@example.com,partially_refunded,,NOK,80.00,0.00,0.00,80.00,2027-02-10 10:00:00 +0100,1,Pencil,,Klarna,30.50
#1003,bo@example.com,refunded,,NOK,80.00,0.00,0.00,80.00,2027-02-11 10:00:00 +0100,1,Pencil,,Klarna,80.00
#1004,cy@example.com,paid,,NOK,80.00,0.00,0.00,80.00,2027-02-12 10:00:00 +0100,1,Pencil,2027-02-13 09:00:00 +0100,Klarna,0.00
#1005,di@example.com,paid,,NOK,5.00,0.00,0.00,5.00,2027-02-12 10:00:00 +0100,1,Pencil,,(for testing) Bogus Gateway,0.00
#1006,,paid,,NOK,5.00,0.00,0.00,5.00,2027-02-12 10:00:00 +0100,1,Pencil,,Klarna,0.00
#1007,ed@example.com,pending,,NOK,5.00,0.00,0.00,5.00,2027-02-12 10:00:00 +0100,1,Pencil,,Invoice,0.00
#1008,bo@example.com,paid,,NOK,9.00,0.00,0.00,9.00,2027-02-30 10:00:00 +0100,1,Pencil,,Klarna,0.00
#1009,bo@example.com,paid,,NOK,9.00,0.00,0.00,9.00,2027-03-01 10:00:00 +0100,1,Pencil,,Klarna,9.00
`

const woocommerce = `order_id,order_number,date,status,order_total,refunded_total,order_currency,payment_method,billing_email,item_name
17,17,2027-01-05 08:00:00,completed,49.90,0.00,SEK,stripe,ada@example.se,Penna
17,17,2027-01-05 08:00:00,completed,49.90,0.00,SEK,stripe,ada@example.se,Suddgummi
18,18,2027-01-06 08:00:00,wc-processing,10.00,-2.50,SEK,stripe,bo@example.se,Penna
19,19,2027-01-07 08:00:00,failed,10.00,0.00,SEK,stripe,bo@example.se,Penna
20,20,2027-01-08 08:00:00,on-hold,10.00,0.00,SEK,bacs,bo@example.se,Penna
`

// list writes what a log holds.
func list(log *purchase.Log) string {
	var out []string
	for _, p := range log.Purchases() {
		out = append(out, fmt.Sprintf("%s %s %s", log.Customers()[p.Customer], p.Date, p.Amount.Decimal()))
	}
	return strings.Join(out, "; ")
}

func TestExports(t *testing.T) {
	for _, c := range []struct {
		what, file, system, want, currency string
		left                               map[string]int
		merged                             int
	}{
		{"Shopify", shopify, "shopify", "ada@example.com 2027-01-31 120; ada@example.com 2027-02-10 49.5", "NOK",
			map[string]int{orders.Refunded: 2, orders.Cancelled: 1, orders.Test: 1, orders.NoCustomer: 1, orders.Unpaid: 1, orders.NotADate: 1}, 1},
		{"WooCommerce", woocommerce, "woocommerce", "ada@example.se 2027-01-05 49.9; bo@example.se 2027-01-06 7.5", "SEK",
			map[string]int{orders.Cancelled: 1, orders.Unpaid: 1}, 1},
		{"any CSV", "date;customer;note;amount\n31.01.2027;K1;x;1 234,50\n2027-02-01;K1;\"a;b\";7\n2027-02-02;K2;;-3\n2027-02-03;;;5\n2027-02-04;K3\n2027-02-05;K3;;abc\n",
			"columns", "K1 2027-01-31 1234.5; K1 2027-02-01 7", "",
			map[string]int{orders.Negative: 1, orders.NoCustomer: 1, orders.WrongWidth: 1, orders.NotANumber: 1}, 0},
	} {
		log, report, err := orders.Read(strings.NewReader(c.file), orders.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := list(log); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.what, got, c.want)
		}
		sum := report.Kept + report.Merged
		for _, n := range report.LeftOut {
			sum += n
		}
		if report.System != c.system || report.Currency != c.currency || report.Merged != c.merged || !maps.Equal(report.LeftOut, c.left) || sum != report.Read {
			t.Errorf("%s: %+v", c.what, report)
		}
	}
}

func utf16Of(text string, big, mark bool) string {
	units := utf16.Encode([]rune(text))
	if mark {
		units = append([]uint16{0xFEFF}, units...)
	}
	var out []byte
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

// The same file in every encoding, whole and a byte at a time.
func TestEncodings(t *testing.T) {
	text := "customer\tdate\tamount\nBjørn Åse\t2027-01-01\t1,50\n"
	var latin []byte
	for _, r := range text {
		latin = append(latin, byte(r))
	}
	for _, c := range []struct{ file, encoding string }{
		{text, "utf-8"}, {"\ufeff" + text, "utf-8"}, {string(latin), "latin-1"}, {utf16Of(text, false, true), "utf-16le"},
		{utf16Of(text, true, true), "utf-16be"}, {utf16Of(text, false, false), "utf-16le"}, {utf16Of(text, true, false), "utf-16be"},
	} {
		for _, in := range []io.Reader{strings.NewReader(c.file), iotest.OneByteReader(strings.NewReader(c.file))} {
			log, report, err := orders.Read(in, orders.Options{})
			if err != nil || list(log) != "Bjørn Åse 2027-01-01 1.5" || report.Encoding != c.encoding || report.Delimiter != '\t' || report.Decimal != ',' {
				t.Errorf("%s: %v %+v", c.encoding, err, report)
			}
		}
	}
}

func TestDecimalMarks(t *testing.T) {
	file := func(amounts ...string) string {
		out := "customer;date;amount\n"
		for _, a := range amounts {
			out += "k;2027-01-01;" + a + "\n"
		}
		return out
	}
	for _, c := range []struct {
		amounts []string
		decimal byte // given
		want    string
	}{
		{[]string{"1,234", "0.50"}, 0, "0.5 1234"}, // evidence comes later
		{[]string{"1.234", "0,5"}, 0, "0.5 1.234e3"},
		{[]string{"1.234.567,8"}, 0, "1234567.8"},
		{[]string{"1,234"}, '.', "1234"},
		{[]string{"1,234"}, ',', "1.234"},
		{[]string{"12", "7"}, 0, "12 7"},
		{[]string{"0,125"}, 0, "0.125"},
	} {
		log, _, err := orders.Read(strings.NewReader(file(c.amounts...)), orders.Options{Decimal: c.decimal})
		if err != nil {
			t.Errorf("%v: %v", c.amounts, err)
			continue
		}
		var got []string
		for _, p := range log.Purchases() {
			got = append(got, p.Amount.Decimal().String())
		}
		if want := strings.ReplaceAll(c.want, "1.234e3", "1234"); strings.Join(got, " ") != want {
			t.Errorf("%v: got %v, want %s", c.amounts, got, want)
		}
	}
}

// What cannot be read without guessing is refused, with what to say instead, and
// never with a customer's address.
func TestRefused(t *testing.T) {
	long := "customer,date,amount\n" + strings.Repeat("a,2027-01-01,1\n", 5)
	for what, c := range map[string]struct {
		file    string
		options orders.Options
		reason  string
		hint    string
	}{
		"nothing":             {"", orders.Options{}, "file_empty", ""},
		"one column":          {"customer\na\n", orders.Options{}, "delimiter_not_found", "delimiter=comma"},
		"two delimiters":      {"customer,date;amount\n", orders.Options{}, "delimiter_unclear", "delimiter=comma, delimiter=semicolon"},
		"no header":           {"a@b.no,2027-01-01,5\n", orders.Options{}, "header_missing", "customer,date,amount"},
		"two customers":       {"Kunde;E-post;Dato;Beløp\nA;a@b.no;2027-01-01;5\n", orders.Options{}, "column_missing", "customer=E-post&date=Dato&amount=Beløp"},
		"two amounts":         {"Kund;Datum;Belopp;Summa\na@b.no;2027-01-01;5;6\n", orders.Options{}, "column_missing", "customer=Kund&date=Datum&amount=Belopp"},
		"named column":        {"customer,date,amount\n", orders.Options{Customer: "who"}, "column_missing", "customer=customer&date=date&amount=amount"},
		"mixed marks":         {"customer;date;amount\na@b.no;2027-01-01;1,5\na@b.no;2027-01-01;1.5\n", orders.Options{}, "decimal_marks_mixed", "decimal=point, decimal=comma"},
		"unclear mark":        {"customer;date;amount\na@b.no;2027-01-01;1,500\n", orders.Options{}, "decimal_mark_unclear", "decimal=point, decimal=comma"},
		"unclear date":        {"customer;date;amount\na@b.no;01/02/2027;1\n", orders.Options{}, "date_ambiguous", "date_order=dmy, date_order=mdy"},
		"two currencies":      {"customer;date;amount;currency\na@b.no;2027-01-01;1;NOK\na@b.no;2027-01-01;1;SEK\n", orders.Options{}, "several_currencies", "currency=NOK"},
		"an image":            {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", orders.Options{}, "encoding_unknown", "UTF-8"},
		"zero bytes":          {"customer,date,amount\na,\x00,1\n", orders.Options{}, "not_text", ""},
		"two encodings":       {"customer,date,amount\nBjørn,2027-01-01,1\nBj\xf8rn,2027-01-01,1\n", orders.Options{}, "encodings_mixed", "UTF-8"},
		"Windows punctuation": {"customer,date,amount\nBj\xf8rn \x96,2027-01-01,1\n", orders.Options{}, "encoding_unknown", "UTF-8"},
		"a letter cut off":    {"customer,date,amount\nBj\xc3", orders.Options{}, "no_row_left", ""},
		"no rows":             {"customer,date,amount\n", orders.Options{}, "no_rows", ""},
		"days that are none":  {"customer,date,amount\na@b.no,2027-02-30,1\nb,2027-13-01,1\n", orders.Options{}, "no_row_left", ""},
		"a workbook":          {"PK\x03\x04\x14\x00\x06\x00", orders.Options{}, "is_workbook", "CSV"},
		"JSON":                {" {\"transactions\":[]}", orders.Options{}, "json_as_rows", "Content-Type: application/json"},
		"German header":       {"Kunden-Nr;Datum;Umsatz\na@b.no;2027-01-01;5\n", orders.Options{}, "column_missing", "customer=Kunden-Nr&date=Datum&amount=Umsatz"},
		"an open quote":       {"customer,date,amount\n\"a@b.no,2027-01-01,1\n", orders.Options{}, "quotes", ""},
		"too many rows":       {long, orders.Options{MostRows: 4}, "too_many_rows", ""},
	} {
		_, _, err := orders.Read(strings.NewReader(c.file), c.options)
		var faults purchase.Faults
		if !errors.As(err, &faults) || faults[0].Reason != c.reason || faults[0].Hint != c.hint || strings.Contains(fmt.Sprint(faults), "a@b.no") {
			t.Errorf("%s: %v, hint %q", what, err, faults)
		}
	}
	log, _, err := orders.Read(strings.NewReader("customer;date;amount;currency\na;02/01/2027;1;NOK\na;03/01/2027;1;SEK\n"), orders.Options{DateOrder: "dmy", Currency: "sek"})
	if err != nil || list(log) != "a 2027-01-03 1" {
		t.Errorf("with an order of dates and a currency: %v", err)
	}
}

// rowsOf writes n rows as they are read.
func rowsOf(n int) io.Reader {
	i := 0
	var buffer bytes.Buffer
	buffer.WriteString("customer,date,amount\n")
	return readerFunc(func(p []byte) (int, error) {
		for buffer.Len() < len(p) && i < n {
			fmt.Fprintf(&buffer, "customer%d@example.com,20%02d-%02d-%02d 10:00:00 +0100,%d.%02d\n", i*7919%200000, 25+i%2, 1+i%12, 1+i%28, i%900, i%100)
			i++
		}
		return buffer.Read(p)
	})
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// A million rows, read and counted; allocated memory is reported.
func BenchmarkMillionRows(b *testing.B) {
	for b.Loop() {
		log, _, err := orders.Read(rowsOf(1_000_000), orders.Options{})
		if err != nil || log.Len() != 1_000_000 {
			b.Fatal(err)
		}
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		b.ReportMetric(float64(memory.Sys)/(1<<20), "MiB")
	}
}

// Whatever the bytes, reading ends, without a panic, and every row is accounted
// for.
func FuzzRead(f *testing.F) {
	f.Add([]byte(shopify))
	f.Add([]byte(woocommerce))
	f.Add([]byte("customer;date;amount\nBj\xf8rn;1.1.2027;1.234,5\n"))
	f.Add([]byte(utf16Of("customer;date;amount\n", false, true)))
	f.Fuzz(func(t *testing.T, file []byte) {
		log, report, err := orders.Read(bytes.NewReader(file), orders.Options{})
		if err != nil {
			return
		}
		sum := report.Kept + report.Merged
		for _, n := range report.LeftOut {
			sum += n
		}
		if sum != report.Read || log.Len() != report.Kept {
			t.Errorf("%+v", report)
		}
	})
}

func ExampleRead() {
	_, report, err := orders.Read(strings.NewReader(shopify), orders.Options{})
	fmt.Println(report.System, report.Encoding, string(report.Delimiter), report.Read, report.Kept, report.Merged, report.LeftOut[orders.Refunded], err)
	// Output:
	// shopify utf-8 , 10 2 1 2 <nil>
}
