package orders_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"blyant/internal/orders"
	"blyant/model/purchase"
)

// Letters of several bytes stay whole wherever the buffers end: the file is longer than
// each of them and shifted a byte at a time.
func TestLongFilesInEveryEncoding(t *testing.T) {
	for shift := range 6 {
		for encoding, letters := range map[string]string{"utf-8": "Åse 😀 Ængstrøm €", "utf-16le": "Åse 😀😀 Æ", "utf-16be": "😀Åse😀", "latin-1": "Bjørn Åse"} {
			name := strings.TrimSpace(strings.Repeat("x", shift) + letters)
			text := "customer;date;amount\n" + strings.Repeat(name+";2027-01-01;1,50\n", 6000)
			file := text
			switch encoding {
			case "utf-16le", "utf-16be":
				file = utf16Of(text, encoding == "utf-16be", shift%2 == 0)
			case "latin-1":
				var bytes []byte
				for _, r := range text {
					bytes = append(bytes, byte(r))
				}
				file = string(bytes)
			}
			log, report, err := orders.Read(strings.NewReader(file), orders.Options{})
			if err != nil {
				t.Errorf("%s shifted by %d: %v", encoding, shift, err)
				continue
			}
			if len(log.Customers()) != 1 || log.Customers()[0] != name || log.Len() != 6000 || report.Encoding != encoding {
				t.Errorf("%s shifted by %d: %d purchases of %q, %+v", encoding, shift, log.Len(), log.Customers(), report)
			}
		}
	}
}

// A row may be as long as it likes; a header may not, since the delimiter is sought in it.
func TestLongRows(t *testing.T) {
	long := strings.Repeat("a note; with \"\"quotes\"\"\n", 20_000)
	log, report, err := orders.Read(strings.NewReader("customer,date,amount,note\nada,2027-01-01,5,\""+long+"\"\nbo,2027-01-02,6,\n"), orders.Options{})
	if err != nil || list(log) != "ada 2027-01-01 5; bo 2027-01-02 6" || report.Read != 2 {
		t.Errorf("a row of half a million bytes: %v, %+v", err, report)
	}
}

// A fault names the row at which it stands, the header being the first, whether the rows
// before it were kept or left out.
func TestFaultsNameTheirRow(t *testing.T) {
	const head, good, none = "customer;date;amount;currency\n", "ada;2027-01-01;1,5;NOK\n", "ada;never;1,5;NOK\n"
	for bad, want := range map[string]string{
		"ada;01/02/2027;1,5;NOK\n":   "date ambiguous_number date_ambiguous",
		"ada;2027-01-01;1.5;NOK\n":   "decimal conflict decimal_marks_mixed",
		"\"ada;2027-01-01;1,5;NOK":   "file malformed quotes",
		"ad\"a;2027-01-01;1,5;NOK":   "file malformed quotes",
		"ada;2027-01-01;1,5;SEK\n":   "currency conflict several_currencies",
		"ada;2027-01-01;1,5;NOK\x01": "file malformed not_text",
	} {
		for before, row := range map[string]string{good: "3", good + none: "4", none + good + good: "5"} {
			_, _, err := orders.Read(strings.NewReader(head+before+bad), orders.Options{})
			var faults purchase.Faults
			if !errors.As(err, &faults) || fmt.Sprintln(faults[0].Field, faults[0].Code, faults[0].Reason) != want+"\n" {
				t.Errorf("%q: %v, want %s", before+bad, err, want)
				continue
			}
			if args := faults[0].Args; len(args) == 1 && args[0] != row {
				t.Errorf("%q: row %s, want %s", before+bad, args[0], row)
			}
		}
	}
	_, _, err := orders.Read(strings.NewReader("customer;date;amount\na;x;1\na;2027-01-01;1,500\nb;2027-01-01;2,500\n"), orders.Options{})
	var faults purchase.Faults
	if !errors.As(err, &faults) || faults[0].Field != "decimal" || faults[0].Code != "ambiguous_number" || faults[0].Args[0] != "3" {
		t.Errorf("the first amount that is unclear: %v", err)
	}
}

// The most rows allowed are read, one more is refused; without a word a million are.
func TestMostRows(t *testing.T) {
	file := "customer,date,amount\n" + strings.Repeat("a,2027-01-01,1\n", 5)
	if log, _, err := orders.Read(strings.NewReader(file), orders.Options{MostRows: 5}); err != nil || log.Len() != 5 {
		t.Errorf("as many as are allowed: %v", err)
	}
	_, _, err := orders.ReadEither(strings.NewReader("x,t_x,T\n1,2,3\n1,2,3\n"), orders.Options{MostRows: 1})
	var faults purchase.Faults
	if !errors.As(err, &faults) || faults[0].Reason != "too_many_rows" || faults[0].Code != "too_many" || faults[0].Args[0] != "1" {
		t.Errorf("a table of customers with a row too many: %v", err)
	}
}

// A list of orders whose amounts wait for the decimal mark loses none of them, nor their
// customers, when later rows have gone through the same buffer.
func TestWaitingRowsKeepTheirText(t *testing.T) {
	var file, want strings.Builder
	file.WriteString("customer;date;amount\n")
	for i := range 50 {
		fmt.Fprintf(&file, "customer number %d;2027-01-01;%d.%03d\n", i, 1+i, i)
		fmt.Fprintf(&want, "customer number %d 2027-01-01 %d; ", i, 1000*(1+i)+i)
	}
	file.WriteString("the last;2027-01-02;7,25\n")
	log, report, err := orders.Read(strings.NewReader(file.String()), orders.Options{})
	if err != nil || report.Kept != 51 {
		t.Fatalf("%v, %+v", err, report)
	}
	got := map[string]bool{}
	for _, line := range strings.Split(list(log), "; ") {
		got[line] = true
	}
	for _, line := range strings.Split(strings.TrimSuffix(want.String(), "; "), "; ") {
		if !got[line] {
			t.Errorf("%s is missing", line)
		}
	}
	if !got["the last 2027-01-02 7.25"] {
		t.Error("the last is missing")
	}
}
