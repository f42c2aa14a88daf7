package form

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Pages returns all pages in the order of the navigation.
func Pages() []Page {
	return []Page{ValuePage(), WhatIfPage(), PromisePage(), ProgrammesPage(), PlanPage()}
}

// PageAt returns the page that is served there; false where there is none.
func PageAt(path string) (Page, bool) {
	i := slices.IndexFunc(Pages(), func(p Page) bool { return p.Path == path })
	if i < 0 {
		return Page{}, false
	}
	return Pages()[i], true
}

// frame is the section that says over which time and in which currency is
// reckoned.
var frame = Section{Title: "frame", Fields: []string{"currency", "period", "horizon"}, Once: true}

// share is a slider over all of a share's range, in steps of a percentage point.
func share(field string) Slider {
	return Slider{field, decimal.Zero, decimal.NewFromInt(1), decimal.New(1, -2)}
}

// growth is a slider over changes in percentage points.
func growth(field string) Slider {
	return Slider{field, decimal.New(-1, -1), decimal.New(2, -1), decimal.New(5, -3)}
}

// moreSections gathers the scenario's fields that are not shown already into
// one section a group, in the order of the vocabulary.
func moreSections(shown []Section, left ...string) []Section {
	for _, s := range shown {
		left = append(left, s.Fields...)
	}
	var sections []Section
	for _, f := range customerFields {
		if slices.Contains(left, f.Name) {
			continue
		}
		i := slices.IndexFunc(sections, func(s Section) bool { return s.Group == f.Group })
		if i < 0 {
			i = len(sections)
			sections = append(sections, Section{Group: f.Group, More: true, Once: f.Group == vocabulary.GroupDiscounting})
		}
		sections[i].Fields = append(sections[i].Fields, f.Name)
	}
	return sections
}
