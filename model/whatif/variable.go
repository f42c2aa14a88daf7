package whatif

import (
	"slices"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// scenarioFields are the fields of a scenario, looked up and never written to.
var scenarioFields = model.ScenarioFields()

// Variables returns the inputs that can be varied: the numbers of a scenario
// but for its horizon and decimals.
func Variables() []vocabulary.Field { return slices.Clone(variables) }

var variables = slices.DeleteFunc(model.ScenarioFields(), func(f vocabulary.Field) bool {
	return !f.Numeric() || f.Name == "horizon" || f.Name == "decimals"
})

// VariableNames returns their names.
func VariableNames() []string { return namesOf(variables) }

func namesOf(fields []vocabulary.Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// excludes lists the fields beside which another cannot be varied.
var excludes = map[string][]string{
	"repeat_purchase_rate": {"retention_curve", "survival_curve"},
	"acquisition_cost":     {"cost_per_prospect"},
	"cost_per_prospect":    {"acquisition_cost"},
	"conversion_rate":      {"acquisition_cost"},
}

// excluded returns the field of the scenario that excludes this one, empty where
// there is none.
func excluded(s *model.Scenario, name string) string {
	for _, other := range excludes[name] {
		if f, known := vocabulary.FieldNamed(scenarioFields, other); known && f.Has(s) {
			return other
		}
	}
	return ""
}

// rangeOf is the range of a field within a scenario: the basket's ends at its
// cap, the cap's begins at the basket.
func rangeOf(s *model.Scenario, f vocabulary.Field) (least, most decimal.Decimal) {
	least, most = f.Min, f.Max
	if f.Name == "basket_value" && s.BasketCap.Valid {
		most = s.BasketCap.Decimal
	}
	if f.Name == "basket_cap" && s.BasketValue.Valid {
		least = s.BasketValue.Decimal
	}
	return least, most
}

// places is to how many decimals a value of the field is reported.
func places(f vocabulary.Field) int32 {
	if f.Unit == vocabulary.UnitMoney {
		return 4
	}
	return vocabulary.RatioDecimals
}

// having returns the scenario with another value of the field.
func having(s model.Scenario, f vocabulary.Field, x decimal.Decimal) model.Scenario {
	f.Set(&s, vocabulary.Value{Number: x})
	return s
}

// with is the same after defaults.
func with(s model.Scenario, f vocabulary.Field, x decimal.Decimal) model.Scenario {
	return having(s, f, x).WithDefaults()
}

// evaluate says what a customer of a scenario that has its defaults is worth. It
// is the one way from a changed scenario to its metrics.
func evaluate(a *exact.Arithmetic, s model.Scenario) *worth.Worth {
	return worth.Evaluate(a, s.Terms(a))
}
