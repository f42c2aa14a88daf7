package input

import (
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

// What a dialect reads is what a request of that dialect takes, for one number and
// for a list: a text in doubt is read only where the request says how.
func TestReads(t *testing.T) {
	curve, _ := vocabulary.FieldNamed(model.ScenarioFields(), "retention_curve")
	basket, _ := vocabulary.FieldNamed(model.ScenarioFields(), "basket_value")
	name, _ := vocabulary.FieldNamed(model.ScenarioFields(), "name")
	plain, point, comma := Dialect{}, Dialect{Said: true}, Dialect{Comma: true}
	for _, c := range []struct {
		f    vocabulary.Field
		d    Dialect
		text string
		want bool
	}{
		{curve, plain, "0.6,0.7", true}, {curve, plain, "0,1", false}, {curve, point, "0,1", true}, {curve, plain, "0, 1", true}, {curve, comma, "0,1", true},
		{curve, comma, "0,6;0,7", true}, {curve, comma, "10,20,30", false}, {curve, point, "10,20,30", true}, {curve, plain, "60%,x", false}, {curve, plain, "", true},
		{basket, plain, "1.5", true}, {basket, plain, "1,5", false}, {basket, point, "1,5", false}, {basket, comma, "1,5", true}, {basket, comma, "1.234", false}, {basket, point, "1.234", true},
		{basket, plain, "50%", false}, {name, plain, "1,2;x", true},
	} {
		if got := c.d.Reads(c.f, c.text); got != c.want {
			t.Errorf("%s: %+v reads %q: %v", c.f.Name, c.d, c.text, got)
		}
	}
}
