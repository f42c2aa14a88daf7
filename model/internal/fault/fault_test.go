package fault_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"blyant/model/internal/fault"
)

// Faults are an error where there are any, found through what wraps them, and say
// each with its field, reason and arguments.
func TestFaults(t *testing.T) {
	if err := (fault.Faults{}).OrNil(); err != nil {
		t.Errorf("no fault is %v", err)
	}
	var faults fault.Faults
	if err := faults.OrNil(); err != nil {
		t.Errorf("none at all is %v", err)
	}
	faults.Add("active[2]", fault.OutOfRange, "count_rises", "95", "90")
	faults.Add("period", fault.NotAChoice, "not_a_choice")
	want := fault.Faults{{Field: "active[2]", Code: "out_of_range", Reason: "count_rises", Args: []string{"95", "90"}}, {Field: "period", Code: "not_a_choice", Reason: "not_a_choice"}}
	if !reflect.DeepEqual(faults, want) {
		t.Errorf("%+v", faults)
	}
	err := fmt.Errorf("request: %w", faults.OrNil())
	var found fault.Faults
	if !errors.As(err, &found) || len(found) != 2 || found.Error() != "active[2]: count_rises 95, 90; period: not_a_choice" {
		t.Errorf("%v", err)
	}
}

// A single fault is an error by itself.
func TestOne(t *testing.T) {
	var faults fault.Faults
	err := fault.One("end", fault.TooMany, "too_many_cells", "week")
	if !errors.As(err, &faults) || !reflect.DeepEqual(faults, fault.Faults{{Field: "end", Code: "too_many", Reason: "too_many_cells", Args: []string{"week"}}}) {
		t.Errorf("%+v", err)
	}
}

// Codes are those of the interface, which programs of others go by.
func TestCodes(t *testing.T) {
	for got, want := range map[string]string{fault.Required: "required", fault.OutOfRange: "out_of_range", fault.NotAChoice: "not_a_choice",
		fault.Conflict: "conflict", fault.TooMany: "too_many", fault.NoSolution: "no_solution"} {
		if got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
