package model_test

import (
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

// A usual scenario counts its summary and its schedule as answered fast.
func TestTiers(t *testing.T) {
	before := model.Tiers()
	s := model.Scenario{AcquisitionCost: vocabulary.Given("50"), BasketValue: vocabulary.Given("10"), RepeatPurchaseRate: vocabulary.Given("0.9")}
	if _, err := model.LifetimeValue(s); err != nil {
		t.Fatal(err)
	}
	if after := model.Tiers(); after.Fast-before.Fast != 2 || after.Last != before.Last {
		t.Errorf("%+v, then %+v", before, after)
	}
}
