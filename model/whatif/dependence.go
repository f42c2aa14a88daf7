package whatif

import (
	"slices"

	"blyant/model/internal/worth"
)

// Groups of fields that go into figures together.
var (
	staying    = []string{"repeat_purchase_rate"}
	ordering   = []string{"orders_per_period", "order_growth_rate"}
	selling    = []string{"vat_rate", "basket_value", "basket_growth_rate", "basket_cap", "add_on_rate", "add_on_value"}
	earning    = []string{"margin_rate", "add_on_margin_rate", "service_cost_per_order", "service_cost_per_period"}
	dating     = []string{"annual_discount_rate"}
	acquiring  = []string{"acquisition_cost", "cost_per_prospect", "conversion_rate"}
	telling    = []string{"referrals_per_period", "deterred_per_lost_customer"}
	recruiting = []string{"referrals_per_period"}
)

// readBy are the groups that each metric reads. A break-even of any other field is
// answered by one look: the same for all values.
var readBy = map[string][][]string{
	worth.LifetimeRevenue.Name:          {staying, ordering, selling},
	worth.LifetimeContribution.Name:     {staying, ordering, selling, earning},
	worth.LifetimeValue.Name:            {staying, ordering, selling, earning, dating},
	worth.NetLifetimeValue.Name:         {staying, ordering, selling, earning, dating, acquiring},
	worth.ValueToCostRatio.Name:         {staying, ordering, selling, earning, dating, acquiring},
	worth.ExpectedOrders.Name:           {staying, ordering},
	worth.ExpectedLifetimePeriods.Name:  {staying},
	worth.PaybackPeriods.Name:           {staying, ordering, selling, earning, acquiring},
	worth.PaybackOrders.Name:            {staying, ordering, selling, earning, acquiring},
	worth.DiscountedPaybackPeriods.Name: {staying, ordering, selling, earning, dating, acquiring},
	worth.ProbabilityOfProfit.Name:      {staying, ordering, selling, earning, dating, acquiring},
	worth.InternalRateOfReturn.Name:     {staying, ordering, selling, earning, acquiring},
	worth.PerpetualLifetimeValue.Name:   {staying, ordering, selling, earning, dating},
	worth.WordOfMouthValue.Name:         {staying, ordering, selling, earning, dating, telling},
	worth.ViralCoefficient.Name:         {staying, recruiting},
	worth.CostPerNewCustomer.Name:       {acquiring},
}

// depends reports whether the metric reads the field.
func (p *problem) depends() bool {
	return slices.ContainsFunc(readBy[p.metric.Name], func(group []string) bool { return slices.Contains(group, p.field.Name) })
}
