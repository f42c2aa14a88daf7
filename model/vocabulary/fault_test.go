package vocabulary_test

import (
	"errors"
	"testing"

	"blyant/model/vocabulary"
)

// Faults are an error where there are any, and say all of them.
func TestFaults(t *testing.T) {
	if err := (vocabulary.Faults{}).OrNil(); err != nil {
		t.Errorf("no fault is %v", err)
	}
	two := vocabulary.Faults{{Field: "rent", Reason: "out_of_range", Args: []string{"-1", "0"}}, {Field: "town", Reason: "required"}}
	err := two.OrNil()
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || len(faults) != 2 || err.Error() != "rent: out_of_range -1, 0; town: required" {
		t.Errorf("%v", err)
	}
}

// Faults of a nested record name its place; those of the record itself stay.
func TestFaultsUnder(t *testing.T) {
	own := vocabulary.Faults{{Field: "rent", Code: vocabulary.CodeRequired, Hint: "1"}}
	nested := own.Under("stalls[2].")
	if nested[0].Field != "stalls[2].rent" || nested[0].Code != vocabulary.CodeRequired || nested[0].Hint != "1" || own[0].Field != "rent" {
		t.Errorf("%v, %v", nested, own)
	}
}
