package orders

import (
	"testing"

	"blyant/model/purchase"
)

// What the form of a number says of the decimal mark, and where it says nothing.
func TestMarks(t *testing.T) {
	for text, want := range map[string]mark{
		"0": none, "1234": none, "12345678": none,
		"1.5": point, "1234.5": point, "0.123": point, "1234.567": point, ".5": point, "1,234.5": point, "1,234,567": point, "1,234,567.89": point, "12.3456": point,
		"1,5": comma, "1234,5": comma, "0,123": comma, "1234,567": comma, ",5": comma, "1.234,5": comma, "1.234.567": comma, "1.234.567,89": comma,
		"1,234": unclear, "1.234": unclear, "12.345": unclear, "123,456": unclear,
		"": broken, ".": broken, ",": broken, "1,2.3,4": broken, "1.2,3.4": broken, "12kr": broken, "1e3": broken, "-1": broken, "1 000": broken,
	} {
		if got := markOf(text); got != want {
			t.Errorf("%q says %d, want %d", text, got, want)
		}
	}
}

// White space that groups thousands goes, and so does a sign; nothing else.
func TestClean(t *testing.T) {
	for text, want := range map[string]struct {
		digits   string
		negative bool
	}{
		" 1 234,50 ": {"1234,50", false}, "1\u00a0234": {"1234", false}, "1\u202f234": {"1234", false}, "-12": {"12", true}, "- 12": {"12", true}, "--12": {"-12", true},
		"12-": {"12-", false}, "": {"", false}, "12\t3": {"12\t3", false},
	} {
		if digits, negative := clean(text); digits != want.digits || negative != want.negative {
			t.Errorf("%q is %q, %v", text, digits, negative)
		}
	}
}

// Amounts with a known decimal mark: exactly as they stand, without zeros at the end,
// and none that has groups of other than three digits.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		text    string
		decimal byte
		want    purchase.Money
		ok      bool
	}{
		{"12.50", '.', purchase.Money{Units: 125, Places: 1}, true}, {"12,50", ',', purchase.Money{Units: 125, Places: 1}, true}, {"7", '.', purchase.Money{Units: 7}, true},
		{"1,234.00", '.', purchase.Money{Units: 1234}, true}, {"1.234,05", ',', purchase.Money{Units: 123405, Places: 2}, true}, {"1,234", '.', purchase.Money{Units: 1234}, true},
		{"1.234", '.', purchase.Money{Units: 1234, Places: 3}, true}, {"0.123456789", '.', purchase.Money{Units: 123456789, Places: 9}, true}, {"0.1234567890", '.', purchase.Money{Units: 123456789, Places: 9}, true},
		{"9223372036854775807", '.', purchase.Money{Units: 9223372036854775807}, true},
		{"9223372036854775808", '.', purchase.Money{}, false}, {"0.1234567891", '.', purchase.Money{}, false}, {"12.", '.', purchase.Money{}, false}, {".5", '.', purchase.Money{}, false},
		{"1,23.5", '.', purchase.Money{}, false}, {"1234,567.5", '.', purchase.Money{}, false}, {",123.5", '.', purchase.Money{}, false}, {"1.5.5", '.', purchase.Money{}, false},
		{"", '.', purchase.Money{}, false}, {"1a", '.', purchase.Money{}, false}, {"12,5", '.', purchase.Money{}, false},
	} {
		got, ok := parse(c.text, c.decimal)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q with %q is %+v, %v", c.text, c.decimal, got, ok)
		}
	}
}

// A difference of amounts is exact, whichever has more decimals, and is refused
// where it cannot be held.
func TestLess(t *testing.T) {
	m := func(units int64, places uint8) purchase.Money { return purchase.Money{Units: units, Places: places} }
	for _, c := range []struct {
		a, b, want purchase.Money
		ok         bool
	}{
		{m(5, 0), m(25, 1), m(25, 1), true}, {m(125, 2), m(1, 0), m(25, 2), true}, {m(1, 0), m(1, 0), m(0, 0), true}, {m(1, 0), m(3, 1), m(7, 1), true}, {m(1, 0), m(2, 0), m(-1, 0), true},
		{m(9223372036854775807, 0), m(1, 1), m(0, 0), false}, {m(1, 1), m(9223372036854775807, 0), m(0, 0), false},
	} {
		got, ok := less(c.a, c.b)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%+v − %+v is %+v, %v", c.a, c.b, got, ok)
		}
	}
}

// The day of an order as it is written, whatever the time and zone behind it; what
// may be read in two ways waits for an order.
func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		text, order, want string
		unclear           bool
	}{
		{"2027-01-31", "", "2027-01-31", false}, {" 2027/1/31 ", "", "2027-01-31", false}, {"2027.01.31", "", "2027-01-31", false}, {"31.01.2027", "", "2027-01-31", false}, {"1.2.2027", "", "2027-02-01", false},
		{"2027-01-31 23:59:59 +0100", "", "2027-01-31", false}, {"2027-01-31T23:59:59Z", "", "2027-01-31", false}, {"2027-01-31 11:59 PM", "", "2027-01-31", false}, {"2027-01-31 00:00:00 UTC", "", "2027-01-31", false},
		{"01/02/2027", "", "", true}, {"31/01/2027", "", "", true}, {"01/02/2027", "dmy", "2027-02-01", false}, {"01/02/2027", "mdy", "2027-01-02", false}, {"01-02-2027", "", "", true}, {"01-02-2027", "dmy", "2027-02-01", false},
		{"31/01/2027", "mdy", "", false}, {"29.02.2027", "", "", false}, {"29.02.2028", "", "2028-02-29", false}, {"2027-13-01", "", "", false}, {"27-01-01", "", "", false}, {"2027-01", "", "", false},
		{"2027-01-01 later", "", "", false}, {"2027-01-01 12", "", "", false}, {"20270101", "", "", false}, {"", "", "", false}, {"2027-01-0a", "", "", false}, {"02027-01-01", "", "", false}, {"0000-01-01", "", "", false}, {"2027-00001-01", "", "", false},
		{"2027-0001-01", "", "", false}, {"2027-01-0001", "", "", false}, {"2027-001-01", "", "", false}, {"0001.01.2027", "", "", false}, {"01.0001.2027", "", "", false}, {"001.01.2027", "", "", false},
		{"0001/0002/2027", "dmy", "", false}, {"1/2/2027", "dmy", "2027-02-01", false}, {"1/2/027", "dmy", "", false}, {"2027-1-1", "", "2027-01-01", false}, {"2027-01-01T", "", "", false}, {"2027-01-01T:123", "", "", false},
		{"2027-01-01 9:15", "", "2027-01-01", false}, {"2027-01-01 9:1", "", "", false}, {"2027-01-01 9x15", "", "", false}, {" T2027-01-01", "", "", false}, {"2027-12-31T23:59:59-11:00", "", "2027-12-31", false}, {"2027-01-01T00:00:00.000+14:00", "", "2027-01-01", false},
	} {
		date, ok, unclear := parseDate(c.text, c.order)
		if ok != (c.want != "") || unclear != c.unclear || ok && date.String() != c.want {
			t.Errorf("%q by %q: %s, %v, unclear %v", c.text, c.order, date, ok, unclear)
		}
	}
}

// Encodings are known by their marks, or by the zeros of UTF-16.
func TestSniff(t *testing.T) {
	for first, want := range map[string]struct {
		encoding string
		skip     int
	}{
		"\xEF\xBB\xBFa": {"utf-8", 3}, "\xFF\xFEa\x00": {"utf-16le", 2}, "\xFE\xFF\x00a": {"utf-16be", 2}, "a\x00b\x00": {"utf-16le", 0}, "\x00a\x00b": {"utf-16be", 0},
		"name": {"", 0}, "a": {"", 0}, "": {"", 0}, "a\x00": {"", 0}, "a\x00bc": {"", 0},
	} {
		if encoding, skip := sniff(first); encoding != want.encoding || skip != want.skip {
			t.Errorf("%q is %q, %d", first, encoding, skip)
		}
	}
}

// A file without a purchase is refused for the reason that most of its rows have, by
// the column that this is about.
func TestNoneLeft(t *testing.T) {
	for _, c := range []struct {
		report Report
		want   string
	}{
		{Report{}, "file: no_rows"},
		{Report{Read: 3, Kept: 1, LeftOut: map[string]int{NotADate: 2}}, ""},
		{Report{Read: 3, LeftOut: map[string]int{NotADate: 2, Cancelled: 1}, First: map[string]int{NotADate: 5}}, "date: no_row_left 2, 3, 5, not_a_date"},
		{Report{Read: 3, LeftOut: map[string]int{NotADate: 1, Cancelled: 2}, First: map[string]int{Cancelled: 2}}, "file: no_row_left 2, 3, 2, cancelled"},
		{Report{Read: 2, LeftOut: map[string]int{NotANumber: 1, NoCustomer: 1}, First: map[string]int{NoCustomer: 2}}, "customer: no_row_left 1, 2, 2, no_customer"}, // by name where as many
	} {
		got := ""
		if err := c.report.noneLeft(); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.report, got, c.want)
		}
	}
	r := Report{LeftOut: map[string]int{}, First: map[string]int{}}
	r.leaveOut(Negative, 7)
	r.leaveOut(Negative, 3)
	if r.LeftOut[Negative] != 2 || r.First[Negative] != 7 {
		t.Errorf("%+v", r)
	}
}
