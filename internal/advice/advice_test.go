package advice

import (
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
)

// Each piece of advice has words, a figure and a currency in each language, and
// the same figures in all of them.
func TestIn(t *testing.T) {
	english, err := In(locale.English)
	if err != nil || len(english) == 0 {
		t.Fatal(err)
	}
	for _, l := range locale.Languages() {
		all, err := In(l)
		if err != nil || len(all) != len(english) {
			t.Fatalf("%s: %d, %v", l, len(all), err)
		}
		for i, w := range all {
			if key := "advice." + w.Name; l.Page(key) == key || l.Page(key+".weighs") == key+".weighs" {
				t.Errorf("%s: no words of %s", l, w.Name)
			}
			if w.Currency == "" || len(w.Figures) == 0 {
				t.Errorf("%s: %s weighs nothing", l, w.Name)
			}
			for k, f := range w.Figures {
				if f.Cell.Kind == answer.Null || f.Cell.String() != english[i].Figures[k].Cell.String() {
					t.Errorf("%s: %s is %s, in English %s", l, f.Name, f.Cell, english[i].Figures[k].Cell)
				}
			}
		}
	}
	if other, err := In("qaa"); err != nil || len(other) != len(english) {
		t.Errorf("a language that there is not: %d, %v", len(other), err)
	}
}
