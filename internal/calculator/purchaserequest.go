package calculator

import (
	"slices"

	"blyant/model/purchase"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// purchaseRequest is a list of purchases, or what they come to, and what is
// asked of them.
type purchaseRequest struct {
	purchases
	Unit, CalibrationEnd, ObservationEnd string
	PerCustomer                          string
	Ahead                                vocabulary.Whole
	Model, Period                        string
	Horizon                              vocabulary.Whole
	AnnualDiscountRate                   decimal.NullDecimal
}

func purchaseData(q *purchaseRequest) *purchases { return &q.purchases }

var purchaseModels = []string{purchase.ModelBGNBD, purchase.ModelMBGNBD, purchase.ModelParetoNBD}

var purchaseFields = slices.Concat([]vocabulary.Field{
	vocabulary.Place(vocabulary.Choice("unit", "day", "week", "month").Under(vocabulary.GroupGeneral).Defaults("week"), func(q *purchaseRequest) any { return &q.Unit }),
	vocabulary.Place(vocabulary.Text("calibration_end", 10).Under(vocabulary.GroupGeneral), func(q *purchaseRequest) any { return &q.CalibrationEnd }),
	vocabulary.Place(vocabulary.Text("observation_end", 10).Under(vocabulary.GroupGeneral), func(q *purchaseRequest) any { return &q.ObservationEnd }),
	vocabulary.Place(vocabulary.Choice("per_customer", "off", "on").Under(vocabulary.GroupCalculator).Defaults("off"), func(q *purchaseRequest) any { return &q.PerCustomer }),
	vocabulary.Place(vocabulary.WholeNumber("ahead", vocabulary.UnitCount, 1, purchase.MostAhead).Under(vocabulary.GroupCalculator), func(q *purchaseRequest) any { return &q.Ahead }),
	vocabulary.Place(discountField(), func(q *purchaseRequest) any { return &q.AnnualDiscountRate }),
	vocabulary.Place(vocabulary.Choice("model", purchaseModels...).Under(vocabulary.GroupCalculator), func(q *purchaseRequest) any { return &q.Model }),
	vocabulary.Place(periodChoice("year"), func(q *purchaseRequest) any { return &q.Period }),
	vocabulary.Place(vocabulary.WholeNumber("horizon", vocabulary.UnitPeriods, 1, purchase.MostPeriods).Under(vocabulary.GroupGeneral), func(q *purchaseRequest) any { return &q.Horizon }),
}, dataFields(purchaseData))

// customerRow is a customer, or several alike, of a JSON body.
type customerRow struct {
	Customer    string
	X, Count    vocabulary.Whole
	TX, T, ZBar decimal.NullDecimal
}

var mostUnits = decimal.NewFromInt(purchase.MostUnits)

var customerFields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Text("customer", 200).Under(vocabulary.GroupCalculator), func(c *customerRow) any { return &c.Customer }),
	vocabulary.Place(vocabulary.WholeNumber("x", vocabulary.UnitOrders, 0, purchase.MostPurchases).Must().Under(vocabulary.GroupCalculator), func(c *customerRow) any { return &c.X }),
	vocabulary.Place(vocabulary.Number("t_x", vocabulary.UnitCount, mostUnits).Must().Under(vocabulary.GroupCalculator), func(c *customerRow) any { return &c.TX }),
	vocabulary.Place(vocabulary.Number("T", vocabulary.UnitCount, mostUnits).Must().Under(vocabulary.GroupCalculator), func(c *customerRow) any { return &c.T }),
	vocabulary.Place(vocabulary.Number("zbar", vocabulary.UnitMoney, mostMoney).Under(vocabulary.GroupCalculator), func(c *customerRow) any { return &c.ZBar }),
	vocabulary.Place(vocabulary.WholeNumber("count", vocabulary.UnitCustomers, 1, purchase.MostAlike).Under(vocabulary.GroupCalculator).Defaults("1"), func(c *customerRow) any { return &c.Count }),
}

// takeCustomer takes a row of a table of customers in.
func takeCustomer(q *purchaseRequest, c *customerRow) vocabulary.Faults {
	vocabulary.FillDefaults(c, customerFields)
	q.Customers = append(q.Customers, purchase.Customer{Name: c.Customer, X: c.X.Int, TX: float(c.TX), T: float(c.T), ZBar: float(c.ZBar), Count: c.Count.Int})
	return nil
}
