package api

import (
	"net/http"
	"slices"
	"strings"
	"testing"

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
		labels := []string{got.Label.English, got.Label.Norwegian, got.Label.Danish, got.Label.Swedish}
		if slices.Contains(labels, "") || slices.Contains(labels, f.Name) {
			t.Errorf("%s is not called anything in some language: %+v", f.Name, got.Label)
		}
		if got.Meaning.English == "" || got.Meaning.Norwegian == got.Meaning.English {
			t.Errorf("%s means %+v", f.Name, got.Meaning)
		}
	}
	figures := 0
	for _, p := range figuresOf() {
		figures += len(p.entries)
	}
	if len(v.Figures) != figures || figures < len(model.SummaryFigures())+len(model.ScheduleFigures()) {
		t.Errorf("%d figures of %d", len(v.Figures), figures)
	}
	csv := call(t, h, http.MethodGet, "/v1/vocabulary?format=csv&table=figures", "").Body.String()
	if lines := strings.Count(csv, "\n"); lines != len(v.Figures)+1 || !strings.HasPrefix(csv, "name,part_of,unit,decimals,nullable,label_en,") {
		t.Errorf("%d lines: %.200s", lines, csv)
	}
}

func TestVocabularyOfARate(t *testing.T) {
	v := decode[Vocabulary](t, call(t, New(Config{}), http.MethodGet, "/v1/vocabulary", "").Body.String())
	i := slices.IndexFunc(v.Fields, func(f VocabularyField) bool { return f.Name == "annual_discount_rate" })
	if f := v.Fields[i]; f.PartOf != "scenario" || *f.Minimum != -0.99 || *f.Maximum != 10 || *f.Default != "0" || !f.Percent {
		t.Errorf("annual_discount_rate: %+v", f)
	}
}
