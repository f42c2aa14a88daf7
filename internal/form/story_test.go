package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"

	"github.com/shopspring/decimal"
)

// told is the story of a query as one text, sentences apart.
func told(t *testing.T, l locale.Language, query string) string {
	t.Helper()
	r := request(t, l, query, false)
	var sentences []string
	for _, sentence := range story(l, parts(r.Answer), baselineOf(r.Answer)) {
		var words strings.Builder
		for _, p := range sentence {
			words.WriteString(p.Text)
		}
		sentences = append(sentences, strings.ReplaceAll(words.String(), noBreakSpace, " "))
	}
	return strings.Join(sentences, " ")
}

// The figures are those of golden/comparison.json, the first case: 202.79,
// 1.200200 periods, 14.162162 orders, 4.12.
func TestStoryOfThePencil(t *testing.T) {
	for l, want := range map[locale.Language]string{
		locale.English: "A customer like “Ten years of pencils” is worth 203 kr net over 10 years. " +
			"The acquisition cost is earned back after 14 months, with the 15th order. " +
			"You may spend up to 4.12 kr more on service per order before the lead over “One pencil” is gone.",
		locale.Norwegian: "En kunde som «Ten years of pencils» er verdt 203 kr netto over 10 år. " +
			"Anskaffelseskostnaden er tjent inn etter 14 måneder, ved det 15. kjøpet. " +
			"Du kan bruke inntil 4,12 kr mer på service per kjøp før forspranget til «One pencil» er borte.",
		locale.Danish: "En kunde som »Ten years of pencils« er netto 203 kr. værd over 10 år. " +
			"Anskaffelsesomkostningen har tjent sig hjem efter 14 måneder, ved det 15. køb. " +
			"Du kan bruge op til 4,12 kr. mere på service pr. køb, før forspringet til »One pencil« er væk.",
		locale.Swedish: "En kund som ”Ten years of pencils” är värd 203 kr netto under 10 år. " +
			"Anskaffningskostnaden är intjänad efter 14 månader, vid det 15:e köpet. " +
			"Du kan lägga upp till 4,12 kr mer på service per köp innan försprånget till ”One pencil” är borta.",
	} {
		if got := told(t, l, pencil); got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", l, got, want)
		}
	}
}

func TestStoryOfOtherCustomers(t *testing.T) {
	const base = "acquisition_cost=50&basket_value=10&margin_rate=0.4"
	for query, want := range map[string]string{
		base + "&repeat_purchase_rate=0": "Such a customer costs 46 kr more than it brings in over 10 years. " +
			"The acquisition cost is not earned back in that time.",
		base + "&repeat_purchase_rate=0&currency=EUR": "Such a customer costs €46 more than it brings in over 10 years. " +
			"The acquisition cost is not earned back in that time.",
		"acquisition_cost=0&basket_value=1500&repeat_purchase_rate=0&period=month&horizon=1": "Such a customer is worth 1,500 kr net over 1 month. " +
			"There is no acquisition cost to earn back.",
		"acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&currency=JPY": "Such a customer is worth 5 JPY net over 10 years. " +
			"The acquisition cost is earned back with the first order.",
		pencil + "&baseline=ten": "A customer like “Ten years of pencils” is worth 203 kr net over 10 years. " +
			"The acquisition cost is earned back after 14 months, with the 15th order. That is 249 kr more than “One pencil”.",
	} {
		if got := told(t, locale.English, query); got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", query, got, want)
		}
	}
}

// Equal customers have no lead over each other.
func TestStoryOfEqualCustomers(t *testing.T) {
	got := told(t, locale.English, "acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&a.name=A&b.name=B")
	want := "A customer like “A” is worth 5 kr net over 10 years. The acquisition cost is earned back with the first order."
	if got != want {
		t.Errorf("%s\nwanted\n%s", got, want)
	}
}

// A name that looks like a place of a sentence is a name all the same.
func TestNamesAreNotFilled(t *testing.T) {
	got := told(t, locale.English, "acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&a.name=%7Bnet%7D&b.name=%7Bhorizon%7D")
	if want := "A customer like “{net}” is worth 5 kr net over 10 years. "; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwanted\n%s", got, want)
	}
}

// Where all lose, the one that loses least is told as that.
func TestStoryWhereAllLose(t *testing.T) {
	const query = "basket_value=10&margin_rate=0.4&repeat_purchase_rate=0&a.name=A&a.acquisition_cost=50&b.name=B&b.acquisition_cost=251.21"
	want := "None of them pays. A customer like “A” loses least: 46 kr over 10 years. The acquisition cost is not earned back in that time. That is 201 kr less than “B” loses."
	for _, baseline := range []string{"a", "b"} {
		if got := told(t, locale.English, query+"&baseline="+baseline); got != want {
			t.Errorf("%s\nwanted\n%s", got, want)
		}
	}
}

// Times below two years are told in months, those below two months in days.
func TestLasting(t *testing.T) {
	for _, c := range []struct{ periods, period, want string }{
		{"0.63", "year", "8\u00a0måneder"}, {"0.1", "year", "37\u00a0dager"}, {"0.002", "year", "1\u00a0dag"}, {"1.99", "year", "24\u00a0måneder"},
		{"2.54", "year", "2,5\u00a0år"}, {"7.2", "month", "7\u00a0måneder"}, {"30.4", "month", "30\u00a0måneder"}, {"3", "week", "21\u00a0dager"},
		{"26", "week", "6\u00a0måneder"}, {"12", "quarter", "3\u00a0år"},
	} {
		if got := lasting(locale.Norwegian, decimal.RequireFromString(c.periods), c.period); got != c.want {
			t.Errorf("%s %s is %q, wanted %q", c.periods, c.period, got, c.want)
		}
	}
}

func TestSpoken(t *testing.T) {
	for digits, want := range map[string]string{
		"4.12": "4,12\u00a0kr", "4.00": "4\u00a0kr", "0.00": "0\u00a0kr", "46.50": "47\u00a0kr", "999.40": "999\u00a0kr", "1946618.98": "1\u00a0950\u00a0000\u00a0kr", "11755.30": "11\u00a0800\u00a0kr", "0.64": "0,64\u00a0kr",
	} {
		if got := spoken(locale.Norwegian, digits, "NOK"); got != want {
			t.Errorf("%s is said %q, wanted %q", digits, got, want)
		}
	}
}

// Returns are one figure wherever they stand, and points are no percentages.
func TestReturnsAndPoints(t *testing.T) {
	page := strings.ReplaceAll(renderedOf(t, ProgrammesPage(), locale.English, guests+bonusCard, false), noBreakSpace, " ")
	if n := strings.Count(page, ">146.81<"); n != 2 {
		t.Errorf("146.81 stands %d times", n)
	}
	_, row, _ := strings.Cut(page, `data-figure="break_even_repeat_purchase_rate_change"`)
	row, _, _ = strings.Cut(row, "</tr>")
	if !strings.Contains(row, "percentage points") || !strings.Contains(row, ">0.64<") {
		t.Errorf("the break-even is %s", row)
	}
}
