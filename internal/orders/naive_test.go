package orders_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"blyant/internal/orders"
)

// shopFile is a file of orders made up at random, with what a patient reader with
// pencil and paper makes of it.
type shopFile struct {
	random    *rand.Rand
	delimiter string
	decimal   string
	group     string
	date      string // its layout
	text      strings.Builder
	spent     map[string]*big.Rat // by customer
	days      map[string][]string
	kept      int
	merged    int
	left      map[string]int
}

// forms are ways of writing a file that need no explanation by the caller.
var forms = []struct{ delimiter, decimal, group, date string }{
	{",", ".", "", "2006-01-02"}, {",", ".", "", "2006-01-02 15:04:05 -0700"}, {";", ",", " ", "02.01.2006"}, {";", ",", ".", "2.1.2006 15:04"},
	{"\t", ",", "\u00a0", "2006/01/02"}, {"|", ".", ",", "2006-01-02T15:04:05Z07:00"}, {"\t", ".", ",", "2006-1-2 3:04 PM"}, {";", ",", "\u202f", "2006.01.02"},
}

// newShopFile writes a file with orders of one line and of several, with refunds, other
// states and what cannot be read.
func newShopFile(seed uint64) *shopFile {
	random := rand.New(rand.NewPCG(seed, 8))
	form := forms[random.IntN(len(forms))]
	f := &shopFile{random: random, delimiter: form.delimiter, decimal: form.decimal, group: form.group, date: form.date,
		spent: map[string]*big.Rat{}, days: map[string][]string{}, left: map[string]int{}}
	f.line("Order ID", "Order date", "Status", "Customer email", "Order total", "Item", "Order Refund Amount")
	f.line("first", "2027-01-01", "completed", "mark@shop.test", "0"+f.decimal+"5", "so that the decimal mark is known", "")
	f.add("mark@shop.test", "2027-01-01", big.NewRat(1, 2))
	for i := range 40 {
		f.order(fmt.Sprintf("A%d", i))
	}
	return f
}

func (f *shopFile) line(cells ...string) {
	for i, cell := range cells {
		if strings.ContainsAny(cell, f.delimiter+"\"\n") || f.random.IntN(9) == 0 {
			cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
	}
	f.text.WriteString(strings.Join(cells, f.delimiter) + []string{"\n", "\r\n"}[f.random.IntN(2)])
}

func (f *shopFile) add(customer, day string, amount *big.Rat) {
	if f.spent[customer] == nil {
		f.spent[customer] = new(big.Rat)
	}
	f.spent[customer].Add(f.spent[customer], amount)
	f.days[customer] = append(f.days[customer], day)
	f.kept++
}

// amount writes a number of hundredths in the file's form.
func (f *shopFile) amount(hundredths int64) string {
	whole, cents := fmt.Sprint(hundredths/100), fmt.Sprintf("%02d", hundredths%100)
	if len(whole) > 3 && f.random.IntN(2) == 0 {
		whole = whole[:len(whole)-3] + f.group + whole[len(whole)-3:]
	}
	return whole + f.decimal + cents
}

// order writes an order of one line or more; only its first line counts.
func (f *shopFile) order(id string) {
	day := time.Date(2024, 1, 1+f.random.IntN(1000), f.random.IntN(24), f.random.IntN(60), f.random.IntN(60), 0, time.FixedZone("", 3600*(f.random.IntN(25)-12)))
	customer := fmt.Sprintf("c%d@Shop.test", f.random.IntN(7))
	paid, back := f.random.Int64N(900_000), int64(0)
	refund, status := "", []string{"completed", "Processing", "wc-completed"}[f.random.IntN(3)]
	reason := ""
	switch f.random.IntN(12) {
	case 0:
		back = f.random.Int64N(paid + 1)
		refund = []string{"", "-"}[f.random.IntN(2)] + f.amount(back)
		if back == paid && back > 0 {
			reason = orders.Refunded
		}
	case 1:
		status, reason = "Cancelled", orders.Cancelled
	case 2:
		status, reason = "wc-on-hold", orders.Unpaid
	case 3:
		customer, reason = " ", orders.NoCustomer
	case 4:
		status, reason = "refunded", orders.Refunded
	}
	total := f.amount(paid)
	if reason == "" && f.random.IntN(15) == 0 {
		total, reason = "kr "+total, orders.NotANumber
	}
	for i := range 1 + f.random.IntN(3) {
		f.line(id, day.Format(f.date), status, strings.Repeat(" ", f.random.IntN(2))+customer, total, fmt.Sprintf("\"Pen\", no. %d;\n|\t", i), refund)
		if i > 0 {
			f.merged++
		}
	}
	if reason != "" {
		f.left[reason]++
		return
	}
	f.add(strings.ToLower(customer), day.Format(time.DateOnly), big.NewRat(paid-back, 100))
}

// Whatever the delimiter, the marks and the way of writing dates: customers, days and
// money come out as a naive reading has them, and every row is accounted for.
func TestFilesAgreeWithNaiveReading(t *testing.T) {
	for seed := range uint64(60) {
		f := newShopFile(seed)
		file := []string{"", "\ufeff"}[seed%2] + f.text.String()
		log, report, err := orders.Read(strings.NewReader(file), orders.Options{})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, file)
		}
		spent, days := map[string]*big.Rat{}, map[string][]string{}
		for _, p := range log.Purchases() {
			who := log.Customers()[p.Customer]
			if spent[who] == nil {
				spent[who] = new(big.Rat)
			}
			spent[who].Add(spent[who], p.Amount.Decimal().Rat())
			days[who] = append(days[who], p.Date.String())
		}
		for who, want := range f.spent {
			if spent[who] == nil || spent[who].Cmp(want) != 0 || !slices.Equal(days[who], f.days[who]) {
				t.Errorf("seed %d: %s spent %v on %v, want %v on %v", seed, who, spent[who], days[who], want, f.days[who])
			}
		}
		if len(spent) != len(f.spent) || report.Kept != f.kept || report.Merged != f.merged || fmt.Sprint(report.LeftOut) != fmt.Sprint(f.left) {
			t.Errorf("seed %d: %d customers, %+v; want %d, kept %d, merged %d, left out %v", seed, len(spent), report, len(f.spent), f.kept, f.merged, f.left)
		}
		if report.System != "woocommerce" || string(report.Delimiter) != f.delimiter || string(rune(report.Decimal)) != f.decimal {
			t.Errorf("seed %d: %+v of a file with %q and %q", seed, report, f.delimiter, f.decimal)
		}
	}
}
