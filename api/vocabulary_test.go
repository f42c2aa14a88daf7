package api

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model"
)

func TestVocabulary(t *testing.T) {
	h := New(Config{})
	v := decode[Vocabulary](t, call(t, h, http.MethodGet, "/v1/vocabulary", "").Body.String())
	byName := map[string]VocabularyField{}
	for _, f := range v.Fields {
		byName[f.PartOf+" "+f.Name] = f
	}
	for _, f := range model.ScenarioFields() {
		got, known := byName["scenario "+f.Name]
		if !known || got.Unit != string(f.Unit) || got.Required != f.Required || len(got.Choices) != len(f.Choices) {
			t.Errorf("%s: %+v", f.Name, got)
		}
	}
	figures := len(calculator.Figures())
	if len(v.Figures) != figures || figures < len(model.SummaryFigures())+len(model.ScheduleFigures()) {
		t.Errorf("%d figures of %d", len(v.Figures), figures)
	}
	csv := call(t, h, http.MethodGet, "/v1/vocabulary?format=csv&table=figures", "").Body.String()
	if lines := strings.Count(csv, "\n"); lines != len(v.Figures)+1 || !strings.HasPrefix(csv, "name,part_of,unit,decimals,nullable,label_en,") {
		t.Errorf("%d lines: %.200s", lines, csv)
	}
}

// Every entry is called something and means something in every language, and in
// no two the same.
func TestVocabularyIsInWords(t *testing.T) {
	type entry struct {
		Name           string
		Label, Meaning map[locale.Language]string
	}
	v := decode[struct{ Fields, Figures []entry }](t, call(t, New(Config{}), http.MethodGet, "/v1/vocabulary", "").Body.String())
	for _, e := range append(v.Fields, v.Figures...) {
		isOption := slices.Contains(option.Names(), e.Name) || e.Name == "of"
		for _, l := range locale.Languages() {
			if label := e.Label[l]; label == "" || (label == e.Name && !isOption) {
				t.Errorf("%s: %s is called %q", l, e.Name, label)
			}
			if meaning, known := e.Meaning[l]; !known || (!isOption && (meaning == "" || l != locale.English && meaning == e.Meaning[locale.English])) {
				t.Errorf("%s: %s means %q", l, e.Name, meaning)
			}
		}
		if len(e.Label) != len(locale.Languages()) || len(e.Meaning) != len(e.Label) {
			t.Errorf("%s is in other languages than there are: %v", e.Name, e.Label)
		}
	}
}

func TestVocabularyOfARate(t *testing.T) {
	v := decode[Vocabulary](t, call(t, New(Config{}), http.MethodGet, "/v1/vocabulary", "").Body.String())
	i := slices.IndexFunc(v.Fields, func(f VocabularyField) bool { return f.Name == "annual_discount_rate" })
	if f := v.Fields[i]; f.PartOf != "scenario" || *f.Minimum != -0.99 || *f.Maximum != 10 || *f.Default != "0" || !f.Percent {
		t.Errorf("annual_discount_rate: %+v", f)
	}
}
