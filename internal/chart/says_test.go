package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/model"

	"pgregory.net/rapid"
)

// What titles say of the samples, in all languages. The figures are those of
// MODEL.md: one pencil is worth 4.00 on a cost of 50, ten years of them 252.79. Ten
// periods of 100 with r = 0.9 and a discount of 8 % are 100·(1 − q^10)/(1 − q) = 503.1
// with q = 0.9/1.08.
func TestTitlesOfValues(t *testing.T) {
	for _, c := range []struct {
		sample string
		lang   locale.Language
		want   string
	}{
		{"ten years", locale.English, "Ti år med blyanter will pay back in the 2nd year"},
		{"ten years", locale.Norwegian, "Ti år med blyanter tjener seg inn i det 2. året"},
		{"ten years", locale.Danish, "Ti år med blyanter tjener sig hjem i det 2. år"},
		{"ten years", locale.Swedish, "Ti år med blyanter betalar sig under det 2:a året"},
		{"one pencil", locale.Norwegian, "Én blyant tjener seg ikke inn i løpet av 10 år"},
		{"unnamed", locale.English, "The customer will pay back in the 2nd year"},
		{"no cost", locale.English, "Gratis will cost nothing to win and bring in 503 NOK in 10 years"},
		{"all zero", locale.Danish, "Null hverken koster eller giver noget"},
		{"reversed", locale.Swedish, "Snur betalar sig under det 1:a året, men slutar på minus 216 NOK efter 10 år"},
		{"pencils", locale.English, "Ti år med blyanter will be worth most: 203 NOK"},
		{"pencils", locale.Swedish, "Störst värde har Ti år med blyanter: 203 NOK"},
		{"twenty all alike", locale.Norwegian, "Alle er verdt like mye: 203 NOK"},
	} {
		p := pictureOf(t, c.lang, samples()[c.sample]...).of
		if got := strings.ReplaceAll(p.title, noBreakSpace, " "); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.sample, c.lang, got, c.want)
		}
	}
}

// Of any customer the title says the period in whose course the cumulative present
// value of the schedule comes to zero, or that it never does.
func TestPaybackInTheTitleIsThatOfTheSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, err := model.LifetimeValue(drawn(t, "x"))
		if err != nil {
			t.Fatal(err)
		}
		nth := 0
		for _, row := range r.Schedule {
			sum := row.CumulativePresentValue.Float64()
			if math.Abs(sum) < 0.02 {
				t.Skip("rounded to zero, or nearly")
			}
			if nth == 0 && sum > 0 {
				nth = row.Period.Int()
			}
		}
		last := r.Schedule[len(r.Schedule)-1].CumulativePresentValue.Float64()
		want := fmt.Sprintf("x will not pay back within %d", len(r.Schedule))
		if nth > 0 {
			want = "x will pay back in the " + locale.English.Ordinal(int64(nth)) + " year"
		}
		title := strings.ReplaceAll(lifetimeValue(r, locale.English).title, noBreakSpace, " ")
		if !strings.HasPrefix(title, want) || strings.Contains(title, "short after") != (nth > 0 && last < 0) {
			t.Fatalf("%q, want %q; the schedule ends at %v", title, want, last)
		}
	})
}

// drawn is a customer with a cost and something to earn or to lose.
func drawn(t *rapid.T, name string) model.Scenario {
	number := func(low, high int, label string) string {
		return fmt.Sprintf("%.2f", float64(rapid.IntRange(low, high).Draw(t, label))/100)
	}
	s := scenario(name, rapid.IntRange(1, 30).Draw(t, "horizon"), number(100, 90000, "cost"), number(100, 20000, "basket"),
		number(0, 100, "repeat"), number(-20, 90, "margin"), number(10, 2000, "orders"))
	s.ServiceCostPerPeriod, s.OrderGrowthRate = amountOf(number(0, 3000, "service")), amountOf(number(-40, 5, "growth"))
	return s
}

// Of any customers the title names the one whose schedule ends highest, and says
// whether that is a loss; that one has the strong line.
func TestBestOfAComparison(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var scenarios []model.Scenario
		for i := range rapid.IntRange(2, 6).Draw(t, "count") {
			scenarios = append(scenarios, drawn(t, fmt.Sprintf("no%d", i)))
		}
		r, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: scenarios})
		if err != nil {
			t.Fatal(err)
		}
		ends := make([]float64, len(scenarios))
		for i, s := range r.Scenarios {
			ends[i] = s.Schedule[len(s.Schedule)-1].CumulativePresentValue.Float64()
		}
		highest := slices.Max(ends)
		p := comparison(r, locale.English)
		if ends[p.strong] != highest || !strings.Contains(p.title, fmt.Sprintf("no%d ", p.strong)) && !strings.HasPrefix(p.title, "All will") {
			t.Fatalf("%q of %v", p.title, ends)
		}
		if lose := strings.HasPrefix(p.title, "All lose") || strings.HasPrefix(p.title, "All will lose"); lose != (highest < 0) {
			t.Fatalf("%q of %v", p.title, ends)
		}
		if amount := p.money(math.Abs(highest), locale.English); !strings.HasSuffix(p.title, ": "+amount) {
			t.Fatalf("%q does not say %s", p.title, amount)
		}
	})
}

// Equal ones are told as such.
func TestEqualScenariosInTheTitle(t *testing.T) {
	one, ten := onePencil(), tenYears()
	again, loss := tenYears(), onePencil()
	again.Name, loss.Name = "Igjen", "Tap"
	for want, scenarios := range map[string][]model.Scenario{
		"Ti år med blyanter og 1 til er verdt mest: 203 NOK":       {one, ten, again},
		"Alle taper like mye: 46 NOK":                              {one, loss},
		"Alle går med tap; Én blyant og 1 til taper minst: 46 NOK": {one, loss, scenario("Mer", 10, "90", "10", "0", "0.4", "1")},
		"Alle går med tap; Én blyant taper minst: 46 NOK":          {scenario("Mer", 10, "90", "10", "0", "0.4", "1"), one},
		"Alle er verdt like mye: 203 NOK":                          {ten, again},
		"Ti år med blyanter er verdt mest: 203 NOK":                {ten, one},
		"Stor er verdt mest: 4,03 millioner NOK":                   {one, scenario("Stor", 10, "1000000", "1000000", "0.9", "1", "1")},
		"Kunde 1 er verdt mest: 4,03 millioner NOK":                {scenario("", 10, "1000000", "1000000", "0.9", "1", "1"), one},
	} {
		title := pictureOf(t, locale.Norwegian, scenarios...).of.title
		if got := strings.ReplaceAll(title, noBreakSpace, " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The title of a plan says the period from which no cash flow is below zero, and
// the lowest cash with its period.
func TestTitleOfAPlan(t *testing.T) {
	for name, req := range planSamples() {
		r := planResult(t, req)
		even, lowest, when := len(r.Schedule), r.Request.OpeningCash.Decimal.InexactFloat64(), 0
		for i, row := range slices.Backward(r.Schedule) {
			if row.CashFlow.Sign() < 0 {
				break
			}
			even = i
		}
		for _, row := range r.Schedule {
			if cash := row.ClosingCash.Float64(); cash < lowest {
				lowest, when = cash, row.Period.Int()
			}
		}
		p := businessPlan(r, locale.English)
		title := strings.ReplaceAll(p.title, noBreakSpace, " ")
		word := string(r.Request.Scenario.Period)
		from := fmt.Sprintf("will break even from %s %d", word, even+1)
		if even == len(r.Schedule) {
			from = fmt.Sprintf("will not break even for good within %d %s", even, word)
		}
		depth := "cash never ends below where it began"
		if when > 0 {
			depth = "cash is lowest after " + strings.ReplaceAll(periods(fmt.Sprint(when), r.Request.Scenario.Period, locale.English), noBreakSpace, " ") +
				", at " + strings.ReplaceAll(p.money(lowest, locale.English), noBreakSpace, " ")
		}
		if !strings.Contains(title, from) || !strings.HasSuffix(title, depth) || !strings.HasPrefix(title, p.name) {
			t.Errorf("%s: %q, want %q and %q", name, title, from, depth)
		}
	}
}

// The title of the customers says how many there are at the start and the end.
func TestTitleOfCustomers(t *testing.T) {
	for name, want := range map[string]string{"a year": "Active customers: from 80 to 1,090", "one period": "Active customers: from 0 to 100",
		"nothing at all": "Active customers: 0 at the start and at the end", "segments": "Active customers: 1,520 at the start and at the end"} {
		if got := customerLayers(planResult(t, planSamples()[name]), locale.English).title; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Of no title a place is left unfilled, in any language; those of different plans
// are sentences of their own.
func TestTitlesAreWhole(t *testing.T) {
	for _, lang := range locale.Languages() {
		for name, p := range everyPicture(t, lang) {
			for q := &p.of; q != nil; q = q.second {
				if q.title == "" || q.subject == "" || strings.ContainsAny(q.title+q.subject, "{}[]") || strings.Contains(q.title, "chart.") {
					t.Errorf("%s, %s: %q over %q", lang, name, q.title, q.subject)
				}
			}
		}
	}
}

// everyPicture is that of all calculators that have one.
func everyPicture(t testing.TB, lang locale.Language) map[string]Picture {
	t.Helper()
	all := allPictures(t, lang)
	for name, p := range learntPictures(t, lang) {
		all[name] = p
	}
	for name, p := range whatIfPictures(t, lang) {
		all["what if: "+name] = p
	}
	return all
}
