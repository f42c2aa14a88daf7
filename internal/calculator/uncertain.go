package calculator

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// normal is an uncertain field of a simulation, normal around an estimate.
type normal struct {
	Field    string
	Mean, SD float64
}

// uncertainOf is the section that a simulation takes as it is: of the fields
// named, those that have an uncertainty.
func uncertainOf[R any](fields []string, of func(*R) []normal) answer.Section {
	var sections []answer.Section
	for _, field := range fields {
		sections = append(sections, answer.GroupOf(field, append([]answer.Column{
			answer.Words("distribution", func(*normal) string { return "normal" }, "normal"),
		}, answer.Floats(vocabulary.Estimate("mean", vocabulary.UnitNumber), func(n *normal) float64 { return n.Mean }),
			answer.Floats(vocabulary.Estimate("sd", vocabulary.UnitNumber), func(n *normal) float64 { return n.SD })),
			func(r *R) any {
				all := of(r)
				i := slices.IndexFunc(all, func(n normal) bool { return n.Field == field })
				if i < 0 {
					return &normal{}
				}
				return &all[i]
			}).As("estimated"))
	}
	return answer.MapOf("uncertain", nil, sections, func(r *R) []string {
		var names []string
		for _, n := range of(r) {
			names = append(names, n.Field)
		}
		return names
	})
}

// float is a number that may be absent, 0 then.
func float(d decimal.NullDecimal) float64 { return d.Decimal.InexactFloat64() }

// uncertainTable has a row for each uncertain field.
func uncertainTable[R any](of func(*R) []normal) answer.Section {
	return answer.RowsOf("uncertain", "row", []answer.Column{
		answer.Words("field", func(n *normal) string { return n.Field }),
		answer.Words("distribution", func(*normal) string { return "normal" }),
		answer.Floats(vocabulary.Estimate("mean", vocabulary.UnitNumber), func(n *normal) float64 { return n.Mean }),
		answer.Floats(vocabulary.Estimate("sd", vocabulary.UnitNumber), func(n *normal) float64 { return n.SD }),
	}, func(r *R, yield func(any) bool) { answer.Yield(of(r), yield) })
}
