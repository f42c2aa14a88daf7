package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
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
		locale.English: "A customer like “Ten years of pencils” is worth 202.79 kr net over 10 years. " +
			"The acquisition cost is earned back after 1.2 years, with the 15th order. " +
			"You may spend up to 4.12 kr more on service per order before the lead over “One pencil” is gone.",
		locale.Norwegian: "En kunde som «Ten years of pencils» er verdt 202,79 kr netto over 10 år. " +
			"Anskaffelseskostnaden er tjent inn etter 1,2 år, ved det 15. kjøpet. " +
			"Du kan bruke inntil 4,12 kr mer på service per kjøp før forspranget til «One pencil» er borte.",
		locale.Danish: "En kunde som »Ten years of pencils« er netto 202,79 kr. værd over 10 år. " +
			"Anskaffelsesomkostningen har tjent sig hjem efter 1,2 år, ved det 15. køb. " +
			"Du kan bruge op til 4,12 kr. mere på service pr. køb, før forspringet til »One pencil« er væk.",
		locale.Swedish: "En kund som ”Ten years of pencils” är värd 202,79 kr netto under 10 år. " +
			"Anskaffningskostnaden är intjänad efter 1,2 år, vid det 15:e köpet. " +
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
		base + "&repeat_purchase_rate=0": "Such a customer costs 46.00 kr more than it brings in over 10 years. " +
			"The acquisition cost is not earned back in that time.",
		base + "&repeat_purchase_rate=0&currency=EUR": "Such a customer costs €46.00 more than it brings in over 10 years. " +
			"The acquisition cost is not earned back in that time.",
		"acquisition_cost=0&basket_value=1500&repeat_purchase_rate=0&period=month&horizon=1": "Such a customer is worth 1,500.00 kr net over 1 month. " +
			"There is no acquisition cost to earn back.",
		"acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&currency=JPY": "Such a customer is worth 5 JPY net over 10 years. " +
			"The acquisition cost is earned back with the first order.",
		pencil + "&baseline=ten": "A customer like “Ten years of pencils” is worth 202.79 kr net over 10 years. " +
			"The acquisition cost is earned back after 1.2 years, with the 15th order. That is 248.79 kr more than “One pencil”.",
	} {
		if got := told(t, locale.English, query); got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", query, got, want)
		}
	}
}

// Equal customers have no lead over each other.
func TestStoryOfEqualCustomers(t *testing.T) {
	got := told(t, locale.English, "acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&a.name=A&b.name=B")
	want := "A customer like “A” is worth 5.00 kr net over 10 years. The acquisition cost is earned back with the first order."
	if got != want {
		t.Errorf("%s\nwanted\n%s", got, want)
	}
}

// A name that looks like a place of a sentence is a name all the same.
func TestNamesAreNotFilled(t *testing.T) {
	got := told(t, locale.English, "acquisition_cost=5&basket_value=10&repeat_purchase_rate=0&a.name=%7Bnet%7D&b.name=%7Bhorizon%7D")
	if want := "A customer like “{net}” is worth 5.00 kr net over 10 years. "; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwanted\n%s", got, want)
	}
}
