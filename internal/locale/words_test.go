package locale

import (
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

// fields and figures are all that the calculators take and answer.
func fields() []vocabulary.Field {
	return slices.Concat(model.ScenarioFields(), service.PromiseFields(), service.ProgrammeFields(), service.ProgrammesFields(), plan.Fields())
}

func figures() []vocabulary.Figure {
	return slices.Concat(model.SummaryFigures(), model.ScheduleFigures(), model.ComparisonFigures(),
		service.PromiseFigures(), service.LeverFigures(), service.ProgrammeFigures(), service.ProgrammesFigures(),
		plan.SummaryFigures(), plan.ScheduleFigures())
}

// names are every name of them, with the levers, which are names too.
func names() []string {
	all := []string{"lever", service.KeepMorePromises, service.ExceedMore, service.TellMore, service.CorrectDoubt}
	for _, f := range fields() {
		all = append(all, f.Name)
	}
	for _, f := range figures() {
		all = append(all, f.Name)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestVocabularyHasLabelsAndMeanings(t *testing.T) {
	for _, name := range names() {
		for _, l := range Languages() {
			if l.Label(name) == name {
				t.Errorf("%s: no label of %s", l, name)
			}
			if l.Meaning(name) == "" {
				t.Errorf("%s: no meaning of %s", l, name)
			}
		}
	}
}

func TestNoTwoNamesShareALabel(t *testing.T) {
	for _, l := range Languages() {
		owner := map[string]string{}
		for name := range catalogues()[English][ofLabel] {
			label := l.Label(name)
			if other, taken := owner[label]; taken {
				t.Errorf("%s: %s and %s are both called %q", l, name, other, label)
			}
			owner[label] = name
		}
	}
}

func TestUnitsGroupsAndChoicesHaveWords(t *testing.T) {
	for _, l := range Languages() {
		for _, f := range fields() {
			if _, found := catalogues()[l][ofUnit][string(f.Unit)]; !found {
				t.Errorf("%s: no words for the unit %q of %s", l, f.Unit, f.Name)
			}
			if _, found := catalogues()[l][ofGroup][string(f.Group)]; !found {
				t.Errorf("%s: no words for the group %q of %s", l, f.Group, f.Name)
			}
			if f.Name == "currency" { // a code speaks for itself
				continue
			}
			for _, value := range f.Choices {
				if _, found := catalogues()[l][ofChoice][f.Name+"."+value]; !found {
					t.Errorf("%s: no words for the choice %s of %s", l, value, f.Name)
				}
			}
		}
		for _, f := range figures() {
			if _, found := catalogues()[l][ofUnit][string(f.Unit)]; !found {
				t.Errorf("%s: no words for the unit %q of %s", l, f.Unit, f.Name)
			}
		}
		for _, p := range []model.Period{model.Week, model.Month, model.Quarter, model.Year} {
			for _, key := range []string{"period." + string(p) + ".one", "period." + string(p) + ".many", "chart.axis." + string(p)} {
				if l.Text(key) == key {
					t.Errorf("%s: no text %s", l, key)
				}
			}
		}
	}
}

func TestTermsOfTheTrade(t *testing.T) {
	for _, c := range []struct{ name, en, nb, da, sv string }{
		{"lifetime_value", "Customer lifetime value (CLV/LTV)", "Kundens livstidsverdi (CLV/LTV)", "Kundelivstidsværdi (CLV/LTV)", "Kundens livstidsvärde (CLV/LTV)"},
		{"repeat_purchase_rate", "Repeat-purchase rate", "Gjenkjøpsrate", "Genkøbsrate", "Återköpsgrad"},
		{"contribution", "Contribution", "Dekningsbidrag", "Dækningsbidrag", "Täckningsbidrag"},
		{"basket_value", "Basket value", "Handlekurv", "Kurvværdi", "Varukorg"},
	} {
		got := []string{English.Label(c.name), Norwegian.Label(c.name), Danish.Label(c.name), Swedish.Label(c.name)}
		if want := []string{c.en, c.nb, c.da, c.sv}; !slices.Equal(got, want) {
			t.Errorf("%s is called %q, want %q", c.name, got, want)
		}
	}
}

func TestUnknownWordsStandForThemselves(t *testing.T) {
	for _, l := range append(Languages(), "qaa") {
		got := []string{l.Label("no_such"), l.Meaning("no_such"), l.Unit("no_such"), l.Group("no_such"), l.Choice("period", "decade"), l.Choice("currency", "NOK"), l.Text("no.such")}
		want := []string{"no_such", "", "no_such", "no_such", "decade", "NOK", "no.such"}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if got := Language("qaa").Label("horizon"); got != "Horizon" {
		t.Errorf("a language without words calls the horizon %q, want the English label", got)
	}
	if got := Norwegian.Choice("period", "month"); got != "måned" {
		t.Errorf("a month is %q in Norwegian", got)
	}
}

func TestTextWith(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{English.TextWith("workbook.page", "page", "1", "pages", "3"), "Page 1 of 3"},
		{Norwegian.TextWith("workbook.page", "pages", "3", "page", "1"), "Side 1 av 3"},
		{Swedish.TextWith("workbook.page", "page", "{pages}", "pages", "3"), "Sida {pages} av 3"},
		{Danish.TextWith("workbook.page", "page", "1"), "Side 1 af {pages}"},
		{Danish.TextWith("no.such", "page", "1"), "no.such"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
