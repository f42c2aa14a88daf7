package purchase

import (
	"blyant/model/spend"
)

// Result holds the models side by side and what follows from them.
type Result struct {
	Request   Request // after defaults
	Rows      Rows
	Customers int // who were used
	Groups    int // rows of the grouped table: what a fit costs
	Models    []ModelResult
	Spend     *spend.Fitted // Gamma-Gamma; nil where it has no maximum or there are no values
	SpendErr  error         // why Spend is nil
	Preferred string        // the model with the greatest log-likelihood
	Scenario  *Scenario
	Notes     []string
}

// Rows says what became of the purchases of a log.
type Rows struct {
	Read     int // purchases
	Merged   int // into another of the same customer and day
	AfterEnd int // after the end of observation, left out
	Late     int // customers who first bought after the calibration, left out
}

// ModelResult is one purchase model.
type ModelResult struct {
	Name        string
	Fitted      *Fitted // nil where the likelihood has no inner maximum
	Err         error   // *NoMaximumError then
	Frequencies []Frequency
	Tracking    []Tracking   // of a log
	NewCustomer Prediction   // expected of a new customer
	Predictions []Prediction // where asked, in the order of the customers
	Notes       []string
}

// Model returns the purchase model of that name, nil where there is no such one.
func (r *Result) Model(name string) *ModelResult {
	for i := range r.Models {
		if r.Models[i].Name == name {
			return &r.Models[i]
		}
	}
	return nil
}
