package plan

import (
	"slices"

	"blyant/model"

	"github.com/shopspring/decimal"
)

// MostPeriods is the longest plan.
const MostPeriods = 600

// mostListed bounds the list of new customers; values beyond the plan are not used.
const mostListed = 1200

var (
	one       = decimal.NewFromInt(1)
	customers = decimal.New(1, 9)
	money     = decimal.New(1, 12)
	leastRate = decimal.New(-99, -2)
)

// Fields returns the fields of a plan beside its scenario.
func Fields() []model.Field { return slices.Clone(fields) }

var fields = []model.Field{
	{Name: "plan_periods", Kind: model.KindWhole, Unit: model.UnitPeriods, Group: model.GroupCalculator, Min: one, Max: decimal.NewFromInt(MostPeriods), Required: true},
	{Name: "new_customers", Kind: model.KindNumbers, Unit: model.UnitCustomers, Group: model.GroupCalculator, Max: customers, MaxLength: mostListed},
	{Name: "new_customers_first", Kind: model.KindNumber, Unit: model.UnitCustomers, Group: model.GroupCalculator, Max: customers, Required: true, Alternative: "new_customers"},
	{Name: "new_customers_growth_rate", Kind: model.KindNumber, Unit: model.UnitSharePerPeriod, Group: model.GroupCalculator, Min: leastRate, Max: one},
	{Name: "opening_customers", Kind: model.KindNumber, Unit: model.UnitCustomers, Group: model.GroupCalculator, Max: customers, Default: "0"},
	{Name: "fixed_cost_per_period", Kind: model.KindNumber, Unit: model.UnitMoney, Group: model.GroupCalculator, Max: money, Default: "0"},
	{Name: "fixed_cost_growth_rate", Kind: model.KindNumber, Unit: model.UnitSharePerPeriod, Group: model.GroupCalculator, Min: leastRate, Max: one, Default: "0"},
	{Name: "opening_cash", Kind: model.KindNumber, Unit: model.UnitMoney, Group: model.GroupCalculator, Min: money.Neg(), Max: money, Default: "0"},
}

// SummaryFigures returns the figures of a plan's summary.
func SummaryFigures() []model.Figure { return slices.Clone(summaryFigures) }

var summaryFigures = []model.Figure{
	{Name: "break_even_period", Unit: model.UnitPeriodNumber, Rounding: model.RoundWhole, Nullable: true},
	{Name: "payback_period", Unit: model.UnitPeriodNumber, Rounding: model.RoundWhole, Nullable: true},
	{Name: "peak_funding", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "net_present_value", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "closing_customers", Unit: model.UnitCustomers, Rounding: model.RoundRatio},
	{Name: "customer_equity", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "new_customers", Unit: model.UnitCustomers, Rounding: model.RoundRatio},
	{Name: "revenue", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "contribution", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "acquisition_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "fixed_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "cash_flow", Unit: model.UnitMoney, Rounding: model.RoundMoney},
}

// ScheduleFigures returns the columns of a plan's schedule.
func ScheduleFigures() []model.Figure { return slices.Clone(scheduleFigures) }

var scheduleFigures = []model.Figure{
	{Name: "period", Unit: model.UnitPeriodNumber, Rounding: model.RoundWhole},
	{Name: "new_customers", Unit: model.UnitCustomers, Rounding: model.RoundRatio},
	{Name: "active_customers", Unit: model.UnitCustomers, Rounding: model.RoundRatio},
	{Name: "lost_customers", Unit: model.UnitCustomers, Rounding: model.RoundRatio},
	{Name: "orders", Unit: model.UnitOrders, Rounding: model.RoundRatio},
	{Name: "revenue", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "gross_margin", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "service_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "contribution", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "acquisition_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "fixed_cost", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "cash_flow", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "closing_cash", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "present_value", Unit: model.UnitMoney, Rounding: model.RoundMoney},
}

// Values returns the figures in the order of SummaryFigures.
func (s Summary) Values() []decimal.NullDecimal {
	return append([]decimal.NullDecimal{s.BreakEvenPeriod, s.PaybackPeriod},
		model.Present(s.PeakFunding, s.NetPresentValue, s.ClosingCustomers, s.CustomerEquity, s.NewCustomers,
			s.Revenue, s.Contribution, s.AcquisitionCost, s.FixedCost, s.CashFlow)...)
}

// Values returns the row in the order of ScheduleFigures.
func (r Row) Values() []decimal.NullDecimal {
	return model.Present(decimal.NewFromInt(int64(r.Period)), r.NewCustomers, r.ActiveCustomers, r.LostCustomers, r.Orders,
		r.Revenue, r.GrossMargin, r.ServiceCost, r.Contribution, r.AcquisitionCost, r.FixedCost,
		r.CashFlow, r.ClosingCash, r.PresentValue)
}

// Slot makes Request a model.Record of Fields.
func (req *Request) Slot(name string) any {
	switch name {
	case "plan_periods":
		return &req.Periods
	case "new_customers":
		return &req.NewCustomers
	case "new_customers_first":
		return &req.NewCustomersFirst
	case "new_customers_growth_rate":
		return &req.NewCustomersGrowthRate
	case "opening_customers":
		return &req.OpeningCustomers
	case "fixed_cost_per_period":
		return &req.FixedCostPerPeriod
	case "fixed_cost_growth_rate":
		return &req.FixedCostGrowthRate
	case "opening_cash":
		return &req.OpeningCash
	}
	return nil
}

// Validate returns the faults of the plan's own fields; ignore holds those whose
// fault is known already.
func (req *Request) Validate(ignore ...string) model.Faults {
	faults := model.CheckRecord(req, fields, ignore...)
	if len(req.NewCustomers) == 0 {
		return faults
	}
	for _, other := range []string{"new_customers_first", "new_customers_growth_rate"} {
		if _, given := model.Read(req.Slot(other)); given {
			faults = append(faults, model.Fault{Field: other, Code: model.CodeConflict, Reason: "new_customers_both", Hint: "new_customers"})
		}
	}
	return faults
}

func (req Request) faults() model.Faults {
	return append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
}

func (req Request) withDefaults() Request {
	req.Scenario = req.Scenario.WithDefaults()
	model.FillDefaults(&req, fields)
	return req
}
