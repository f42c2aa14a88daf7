package service

import (
	"slices"
	"strconv"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Most programmes in one request, and the name of their list.
const (
	MostProgrammes = 50
	listName       = "programmes"
)

// ProgrammeFields returns the fields of one programme.
func ProgrammeFields() []vocabulary.Field { return slices.Clone(programmeFields) }

// leastChange is the least relative change.
var leastChange = decimal.New(-99, -2)

var programmeFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	of(vocabulary.Text("name", 80), func(p *Programme) any { return &p.Name }),
	of(vocabulary.Number("repeat_purchase_rate_change", vocabulary.UnitShare, one).From(one.Neg()).Defaults("0"), func(p *Programme) any { return &p.RepeatPurchaseRateChange }),
	of(relative("basket_value_change"), func(p *Programme) any { return &p.BasketValueChange }),
	of(relative("orders_change"), func(p *Programme) any { return &p.OrdersChange }),
	of(vocabulary.Number("basket_growth_rate_change", vocabulary.UnitSharePerPeriod, one).From(one.Neg()).Defaults("0"), func(p *Programme) any { return &p.BasketGrowthRateChange }),
	of(vocabulary.Number("add_on_rate_change", vocabulary.UnitAddOns, decimal.NewFromInt(100)).From(decimal.NewFromInt(-100)).Defaults("0"), func(p *Programme) any { return &p.AddOnRateChange }),
	of(vocabulary.Number("referrals_change", vocabulary.UnitCustomers, many).From(many.Neg()).Defaults("0"), func(p *Programme) any { return &p.ReferralsChange }),
	of(vocabulary.Money("cost_per_order").Defaults("0"), func(p *Programme) any { return &p.CostPerOrder }),
	of(vocabulary.Money("cost_per_period").Defaults("0"), func(p *Programme) any { return &p.CostPerPeriod }),
	of(vocabulary.Money("enrolment_cost").Defaults("0"), func(p *Programme) any { return &p.EnrolmentCost }),
	of(vocabulary.Share("rebate_rate").Defaults("0"), func(p *Programme) any { return &p.RebateRate }),
	of(vocabulary.WholeNumber("free_every", vocabulary.UnitOrders, 2, 1000), func(p *Programme) any { return &p.FreeEvery }),
	of(vocabulary.Share("redemption_rate").Defaults("1"), func(p *Programme) any { return &p.RedemptionRate }),
	of(vocabulary.Money("fixed_cost").Defaults("0"), func(p *Programme) any { return &p.FixedCost }),
	of(vocabulary.Share("participation_rate").Defaults("1"), func(p *Programme) any { return &p.ParticipationRate }),
})

// relative is a relative change, −0.99 to 10: a bare 5 is hardly meant as 500 %.
func relative(name string) vocabulary.Field {
	return vocabulary.Number(name, vocabulary.UnitShare, decimal.NewFromInt(10)).From(leastChange).NeedsPercentAbove(one).Defaults("0")
}

// of says where a programme keeps the field.
func of(f vocabulary.Field, at func(*Programme) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// ProgrammesFields returns the fields beside the scenario and the programmes.
func ProgrammesFields() []vocabulary.Field { return slices.Clone(programmesFields) }

var programmesFields = []vocabulary.Field{vocabulary.Place(
	vocabulary.Number("customers", vocabulary.UnitCustomers, decimal.New(1, 9)).Defaults("1").Under(vocabulary.GroupCalculator),
	func(req *ProgrammesRequest) any { return &req.Customers })}

// Validate returns the faults of the programme's own fields; ignore holds those
// whose fault is known already.
func (p *Programme) Validate(ignore ...string) vocabulary.Faults {
	return vocabulary.CheckRecord(p, programmeFields, ignore...)
}

// Validate returns the faults of the request's own fields; ignore likewise.
func (req *ProgrammesRequest) Validate(ignore ...string) vocabulary.Faults {
	return vocabulary.CheckRecord(req, programmesFields, ignore...)
}

// faults returns every fault of the request, also of what the programmes do to
// the scenario.
func (req ProgrammesRequest) faults() vocabulary.Faults {
	faults := append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
	switch n := len(req.Programmes); {
	case n == 0:
		return append(faults, vocabulary.Fault{Field: listName, Code: vocabulary.CodeRequired, Reason: "no_programmes"})
	case n > MostProgrammes:
		return append(faults, vocabulary.Fault{Field: listName, Code: vocabulary.CodeTooMany, Reason: "too_many_programmes",
			Args: []string{strconv.Itoa(n), strconv.Itoa(MostProgrammes)}})
	}
	sound := len(faults) == 0
	var names []string
	for i, p := range req.Programmes {
		path := model.ItemPath(listName, req.Keys, i)
		own := p.Validate()
		if len(own) == 0 && sound {
			own = p.effectFaults(req.Scenario.WithDefaults())
		}
		faults = append(faults, own.Under(path)...)
		name := nameOf(p, i)
		if slices.Contains(names, name) {
			faults = append(faults, vocabulary.Fault{Field: path + "name", Code: vocabulary.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	return faults
}

// nameOf is the programme's name, its number where it has none.
func nameOf(p Programme, i int) string {
	if p.Name == "" {
		return strconv.Itoa(i + 1)
	}
	return p.Name
}

func (req ProgrammesRequest) withDefaults() ProgrammesRequest {
	req.Scenario = req.Scenario.WithDefaults()
	vocabulary.FillDefaults(&req, ProgrammesFields())
	req.Programmes = slices.Clone(req.Programmes)
	for i := range req.Programmes {
		p := &req.Programmes[i]
		vocabulary.FillDefaults(p, programmeFields)
		p.Name = nameOf(*p, i)
	}
	return req
}
