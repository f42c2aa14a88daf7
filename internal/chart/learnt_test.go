package chart

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"blyant/internal/locale"
	"blyant/model/purchase"
	"blyant/model/retention"
)

// highEnd are the customers of Fader and Hardie (2007) who were active at the end of
// each year.
var highEnd = []float64{1000, 869, 743, 653, 593, 551, 517, 491}

var retained = sync.OnceValues(func() (*retention.Result, error) {
	return retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}})
})

// bought are the purchases of forty customers over a year: each comes back after a
// while of its own, some until a day after which they never do.
var bought = sync.OnceValues(func() (*purchase.Result, error) {
	var log purchase.Log
	for c := range 40 {
		gap, last := 9+5*c%71, 60+(37*c)%300
		for day := c % 30; day < last; day += gap {
			d, _ := purchase.NewDate(2027, 1+day/28%12, 1+day%28)
			if err := log.Add(fmt.Sprint("c", c), d, purchase.Money{Units: 10}); err != nil {
				return nil, err
			}
		}
	}
	return purchase.Fit(purchase.Request{Log: &log})
})

// learntPictures are those of the calculators that learn from a shop's own data.
func learntPictures(t testing.TB, lang locale.Language) map[string]Picture {
	t.Helper()
	kept, err := retained()
	if err != nil {
		t.Fatal(err)
	}
	came, err := bought()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]Picture{
		"retention": Retention(kept, "year", lang), "tracked": Purchases(came, lang), "frequent": {frequent(came, lang)},
		"cohorts": Cohorts(cohortSample(t), lang),
	}
}

// The titles say what the data do: the share that is left, the purchases that came
// and those that the preferred model expects, the share who came back.
func TestTitlesOfWhatIsLearnt(t *testing.T) {
	pictures := learntPictures(t, locale.English)
	title := func(name string) string { return strings.ReplaceAll(pictures[name].of.title, noBreakSpace, " ") }
	if got := title("retention"); got != "49.1% are still active after 7 years" { // 491 of 1000
		t.Error(got)
	}
	// of a, b and c, who came by February, a came again in the month after the first
	// purchase; c did in March, which is not over
	if got := title("cohorts"); got != "On average 50% buy again 1 month after their first purchase" {
		t.Error(got)
	}
	r, err := bought()
	if err != nil {
		t.Fatal(err)
	}
	again, all := 0, 0
	for _, f := range r.Models[0].Frequencies {
		if all += f.Observed; f.X > 0 {
			again += f.Observed
		}
	}
	if want := fmt.Sprintf("%s of the customers bought again", percent(float64(again)/float64(all), locale.English)); title("frequent") != want || all != r.Customers {
		t.Errorf("%q, want %q of %d", title("frequent"), want, all)
	}
	for _, m := range r.Models {
		if m.Fitted == nil {
			continue
		}
		end := m.Tracking[len(m.Tracking)-1]
		said := strings.Contains(title("tracked"), locale.English.Label(m.Name)+" expects ")
		if said != (m.Name == r.Preferred) || !strings.HasPrefix(title("tracked"), fmt.Sprint(end.CumulativeObserved)+" repeat purchases came") {
			t.Errorf("%q; %s is preferred", title("tracked"), r.Preferred)
		}
	}
}
