package service

import (
	"slices"
	"strconv"

	"blyant/model"

	"github.com/shopspring/decimal"
)

// Most programmes in one request, and the name of their list.
const (
	MostProgrammes = 50
	listName       = "programmes"
)

func change(name string, unit model.Unit, least, most decimal.Decimal) model.Field {
	return model.Field{Name: name, Kind: model.KindNumber, Unit: unit, Group: model.GroupCalculator, Min: least, Max: most, Default: "0"}
}

func cost(name string) model.Field {
	return model.Field{Name: name, Kind: model.KindNumber, Unit: model.UnitMoney, Group: model.GroupCalculator, Max: decimal.New(1, 12), Default: "0"}
}

// ProgrammeFields returns the fields of one programme.
func ProgrammeFields() []model.Field { return slices.Clone(programmeFields) }

var programmeFields = []model.Field{
	{Name: "name", Kind: model.KindText, Unit: model.UnitText, Group: model.GroupCalculator, MaxLength: 80},
	change("repeat_purchase_rate_change", model.UnitShare, one.Neg(), one),
	change("basket_value_change", model.UnitShare, decimal.New(-99, -2), decimal.NewFromInt(10)),
	change("orders_change", model.UnitShare, decimal.New(-99, -2), decimal.NewFromInt(10)),
	change("basket_growth_rate_change", model.UnitSharePerPeriod, one.Neg(), one),
	change("add_on_rate_change", model.UnitAddOns, decimal.NewFromInt(-100), decimal.NewFromInt(100)),
	change("referrals_change", model.UnitCustomers, many.Neg(), many),
	cost("cost_per_order"), cost("cost_per_period"), cost("enrolment_cost"),
	share("rebate_rate", "0"),
	{Name: "free_every", Kind: model.KindWhole, Unit: model.UnitOrders, Group: model.GroupCalculator, Min: decimal.NewFromInt(2), Max: decimal.NewFromInt(1000)},
	share("redemption_rate", "1"),
	cost("fixed_cost"),
	share("participation_rate", "1"),
}

// ProgrammesFields returns the fields beside the scenario and the programmes.
func ProgrammesFields() []model.Field {
	return []model.Field{{Name: "customers", Kind: model.KindNumber, Unit: model.UnitCustomers, Group: model.GroupCalculator,
		Max: decimal.New(1, 9), Default: "1"}}
}

// ProgrammeFigures returns the figures of each programme.
func ProgrammeFigures() []model.Figure { return slices.Clone(programmeFigures) }

var programmeFigures = []model.Figure{
	{Name: "value_with", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "cost_per_participant", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "gain_per_participant", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "total_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "total_gain", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "return_on_cost", Unit: model.UnitRatio, Rounding: model.RoundRatio, Nullable: true},
	{Name: "word_of_mouth_gain", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "break_even_repeat_purchase_rate_change", Unit: model.UnitShare, Rounding: model.RoundRatio, Nullable: true},
}

// ProgrammesFigures returns the figures of the whole answer beside the base's
// summary and the programmes.
func ProgrammesFigures() []model.Figure {
	return []model.Figure{{Name: "return_on_acquisition", Unit: model.UnitRatio, Rounding: model.RoundRatio, Nullable: true}}
}

// Values returns the figures in the order of ProgrammeFigures.
func (r ProgrammeRow) Values() []decimal.NullDecimal {
	values := model.Present(r.ValueWith, r.CostPerParticipant, r.GainPerParticipant, r.TotalCost, r.TotalGain)
	return append(values, r.ReturnOnCost, decimal.NewNullDecimal(r.WordOfMouthGain), r.BreakEvenRepeatPurchaseRateChange)
}

// Slot makes Programme a model.Record of ProgrammeFields.
func (p *Programme) Slot(name string) any {
	switch name {
	case "name":
		return &p.Name
	case "repeat_purchase_rate_change":
		return &p.RepeatPurchaseRateChange
	case "basket_value_change":
		return &p.BasketValueChange
	case "orders_change":
		return &p.OrdersChange
	case "basket_growth_rate_change":
		return &p.BasketGrowthRateChange
	case "add_on_rate_change":
		return &p.AddOnRateChange
	case "referrals_change":
		return &p.ReferralsChange
	case "cost_per_order":
		return &p.CostPerOrder
	case "cost_per_period":
		return &p.CostPerPeriod
	case "enrolment_cost":
		return &p.EnrolmentCost
	case "rebate_rate":
		return &p.RebateRate
	case "free_every":
		return &p.FreeEvery
	case "redemption_rate":
		return &p.RedemptionRate
	case "fixed_cost":
		return &p.FixedCost
	case "participation_rate":
		return &p.ParticipationRate
	}
	return nil
}

// Validate returns the faults of the programme's own fields; ignore holds those
// whose fault is known already.
func (p *Programme) Validate(ignore ...string) model.Faults {
	return model.CheckRecord(p, programmeFields, ignore...)
}

// Slot makes ProgrammesRequest a model.Record of ProgrammesFields.
func (req *ProgrammesRequest) Slot(name string) any {
	if name == "customers" {
		return &req.Customers
	}
	return nil
}

// Validate returns the faults of the request's own fields; ignore likewise.
func (req *ProgrammesRequest) Validate(ignore ...string) model.Faults {
	return model.CheckRecord(req, ProgrammesFields(), ignore...)
}

// faults returns every fault of the request, also of what the programmes do to
// the scenario.
func (req ProgrammesRequest) faults() model.Faults {
	faults := append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
	switch n := len(req.Programmes); {
	case n == 0:
		return append(faults, model.Fault{Field: listName, Code: model.CodeRequired, Reason: "no_programmes"})
	case n > MostProgrammes:
		return append(faults, model.Fault{Field: listName, Code: model.CodeTooMany, Reason: "too_many_programmes",
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
			faults = append(faults, model.Fault{Field: path + "name", Code: model.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
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
	model.FillDefaults(&req, ProgrammesFields())
	req.Programmes = slices.Clone(req.Programmes)
	for i := range req.Programmes {
		p := &req.Programmes[i]
		model.FillDefaults(p, programmeFields)
		p.Name = nameOf(*p, i)
	}
	return req
}
