package purchase

import (
	"strconv"

	"blyant/model/internal/fault"
)

// Faults are what is wrong with a request; NoMaximumError apart, an error of this
// package is of this type.
type Faults = fault.Faults

// Fault is one of them.
type Fault = fault.Fault

// mostFaults is how many faulty customers are listed before the rest is only
// counted on.
const mostFaults = 20

// checkAll lists what is wrong with the customers.
func checkAll(customers []Customer) error {
	var faults fault.Faults
	if len(customers) == 0 {
		faults.Add("customers", fault.Required, "required")
	}
	for i, c := range customers {
		if c.fine() {
			continue
		}
		c.check(&faults, "customers["+strconv.Itoa(i)+"]")
		if len(faults) >= mostFaults {
			break
		}
	}
	return faults.OrNil()
}

func notAModel(name string) error {
	return fault.One("model", fault.NotAChoice, "not_a_choice", name, ModelBGNBD, ModelMBGNBD, ModelParetoNBD)
}
