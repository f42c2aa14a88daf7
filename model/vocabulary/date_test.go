package vocabulary_test

import (
	"testing"
	"time"

	"blyant/model/vocabulary"
)

// A day, or a month for its first day; nothing else is one.
func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2027-01-31": "2027-01-31", "2027-02": "2027-02-01", "2028-02-29": "2028-02-29", "0001-01": "0001-01-01",
		"2027-02-29": "", "2027-13": "", "2027-1": "", "2027-1-1": "", "27-01-01": "", "2027-01-01T00:00": "", "": "", "2027": "",
	} {
		day, err := vocabulary.ParseDate(text)
		if (err == nil) != (want != "") || err == nil && day.Format(time.DateOnly) != want {
			t.Errorf("%q is %v, %v, want %q", text, day, err, want)
		}
	}
}

// A text that is no day is refused with the day that was probably meant, the day
// before the month as it is written in the Nordic countries.
func TestCheckDate(t *testing.T) {
	const form = "YYYY-MM or YYYY-MM-DD"
	opened := field(t, "opened")
	for text, hint := range map[string]string{
		"31.1.2027": "2027-01-31", "1.2.2027": "2027-02-01", "01.02.2027": "2027-02-01", "1/2/2027": "2027-02-01", "2027/2/1": "2027-02-01",
		"2027.2.1": "2027-02-01", "20270201": "2027-02-01", "2027-2-1": "2027-02-01", "2027-2": "2027-02-01", "2/2027": "2027-02-01",
		"2.2027": "2027-02-01", "2027/2": "2027-02-01", " 2027-02-01 ": "2027-02-01", "2027-02-30": form, "30.2.2027": form, "next year": form,
		"0000-01-01": form, "1.1.0000": form,
	} {
		faults := opened.Check(vocabulary.Value{Text: text})
		if len(faults) != 1 {
			t.Errorf("%q is taken", text)
			continue
		}
		if f := faults[0]; f.Hint != hint || f.Reason != "not_a_date" || f.Code != vocabulary.CodeOutOfRange || f.Value != text || f.Args[0] != text {
			t.Errorf("%q: %+v, want the hint %s", text, f, hint)
		}
	}
	for _, text := range []string{"2027-01", "2027-01-31", "9999-12-31"} {
		if faults := opened.Check(vocabulary.Value{Text: text}); faults != nil {
			t.Errorf("%q: %v", text, faults)
		}
	}
}
