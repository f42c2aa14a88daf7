package vocabulary_test

import (
	"reflect"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// trip can be paid for by card or in cash, of which change is asked for, and goes
// by one of three means.
type trip struct {
	Name                    string
	Card, Cash, Change, Tip decimal.NullDecimal
	Bus, Boat, Bike         decimal.NullDecimal
}

var tripFields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Text("name", 9).Own(), func(r *trip) any { return &r.Name }),
	vocabulary.Place(vocabulary.Money("card").Must().Or("cash").OneWay("paid"), func(r *trip) any { return &r.Card }),
	vocabulary.Place(vocabulary.Money("cash").OneWay("paid"), func(r *trip) any { return &r.Cash }),
	vocabulary.Place(vocabulary.Money("change").With("cash"), func(r *trip) any { return &r.Change }),
	vocabulary.Place(vocabulary.Money("tip"), func(r *trip) any { return &r.Tip }),
	vocabulary.Place(vocabulary.Share("bus").Must().Or("boat", "bike").OneWay("means"), func(r *trip) any { return &r.Bus }),
	vocabulary.Place(vocabulary.Share("boat").OneWay("means"), func(r *trip) any { return &r.Boat }),
	vocabulary.Place(vocabulary.Share("bike").OneWay("means"), func(r *trip) any { return &r.Bike }),
}

var some = vocabulary.Given("0.5")

// A field that must be given is missing unless an alternative is there, is known
// to be wrong, or the field itself is.
func TestMissing(t *testing.T) {
	for _, c := range []struct {
		name   string
		r      trip
		ignore []string
		want   map[string]string // field: reason
		args   []string          // of the last one
	}{
		{"nothing", trip{}, nil, map[string]string{"card": "required_either", "bus": "required_one_of"}, []string{"boat", "bike"}},
		{"the field itself", trip{Card: some, Bus: some}, nil, nil, nil},
		{"the other way", trip{Cash: some, Boat: some}, nil, nil, nil},
		{"the last of them", trip{Card: some, Bike: some}, nil, nil, nil},
		{"an alternative that could not be read", trip{Bus: some}, []string{"cash"}, nil, nil},
		{"itself could not be read", trip{Bus: some}, []string{"card"}, nil, nil},
		{"another could not be read", trip{Bus: some}, []string{"tip"}, map[string]string{"card": "required_either"}, []string{"cash"}},
	} {
		got := map[string]string{}
		faults := vocabulary.CheckRecord(&c.r, tripFields, c.ignore...)
		for _, f := range faults {
			got[f.Field] = f.Reason
			if f.Code != vocabulary.CodeRequired {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		if len(got)+len(c.want) > 0 && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
		if n := len(faults); n > 0 && !reflect.DeepEqual(faults[n-1].Args, c.args) {
			t.Errorf("%s: %v", c.name, faults[n-1].Args)
		}
	}
	alone := []vocabulary.Field{vocabulary.Place(vocabulary.Money("tip").Must(), func(r *trip) any { return &r.Tip })}
	want := vocabulary.Faults{{Field: "tip", Code: vocabulary.CodeRequired, Reason: "required"}}
	if got := vocabulary.CheckRecord(&trip{}, alone); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// Of ways that exclude each other each after the first is a conflict with the first.
func TestCheckWays(t *testing.T) {
	conflict := func(field, first string) vocabulary.Fault {
		return vocabulary.Fault{Field: field, Code: vocabulary.CodeConflict, Reason: "both", Args: []string{first}, Hint: first}
	}
	all := trip{Card: some, Cash: some, Bus: some, Boat: some, Bike: some}
	for _, c := range []struct {
		r      trip
		way    string
		ignore []string
		want   vocabulary.Faults
	}{
		{all, "paid", nil, vocabulary.Faults{conflict("cash", "card")}},
		{all, "means", nil, vocabulary.Faults{conflict("boat", "bus"), conflict("bike", "bus")}},
		{all, "means", []string{"bus"}, vocabulary.Faults{conflict("bike", "boat")}},
		{all, "means", []string{"boat"}, vocabulary.Faults{conflict("bike", "bus")}},
		{trip{Boat: some, Bike: some}, "means", nil, vocabulary.Faults{conflict("bike", "boat")}},
		{trip{Card: some, Bus: some}, "paid", nil, nil},
		{trip{}, "paid", nil, nil},
	} {
		if got := vocabulary.CheckWays(&c.r, tripFields, c.way, "both", c.ignore...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s of %+v without %v: %+v", c.way, c.r, c.ignore, got)
		}
	}
}

// A field says nothing without its partner, and the partner asks for it.
func TestCheckPartners(t *testing.T) {
	for _, c := range []struct {
		name   string
		r      trip
		ignore []string
		want   vocabulary.Faults
	}{
		{"neither", trip{}, nil, nil},
		{"both", trip{Cash: some, Change: some}, nil, nil},
		{"alone", trip{Change: some}, nil, vocabulary.Faults{{Field: "change", Code: vocabulary.CodeConflict, Reason: "without_partner", Args: []string{"cash"}, Hint: "cash"}}},
		{"asked for", trip{Cash: some}, nil, vocabulary.Faults{{Field: "change", Code: vocabulary.CodeRequired, Reason: "required"}}},
		{"it could not be read", trip{Cash: some}, []string{"change"}, nil},
		{"its partner could not be read", trip{Change: some}, []string{"cash"}, nil},
		{"another could not be read", trip{Change: some}, []string{"tip"}, vocabulary.Faults{{Field: "change", Code: vocabulary.CodeConflict, Reason: "without_partner", Args: []string{"cash"}, Hint: "cash"}}},
	} {
		if got := vocabulary.CheckPartners(&c.r, tripFields, c.ignore...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	orphan := []vocabulary.Field{tripFields[3]} // its partner is in another list
	if got := vocabulary.CheckPartners(&trip{Change: some}, orphan); got != nil {
		t.Errorf("%+v", got)
	}
}

// What a record leaves out comes from the level above, but never one way beside
// another, nor a name.
func TestInherit(t *testing.T) {
	above := trip{Name: "above", Card: some, Tip: some, Bus: some}
	cash := trip{Name: "above", Cash: some, Change: some, Tip: some, Bus: some}
	other := vocabulary.Given("0.25")
	for _, c := range []struct {
		name        string
		own, above  trip
		want        trip
		inheritance int // fields that may be taken
	}{
		{"nothing of its own", trip{}, above, trip{Card: some, Tip: some, Bus: some}, 7},
		{"a value of its own", trip{Tip: other}, above, trip{Card: some, Tip: other, Bus: some}, 6},
		{"the other way", trip{Cash: other}, above, trip{Cash: other, Tip: some, Bus: some}, 4},
		{"the other way loses the partner too", trip{Card: other}, cash, trip{Card: other, Tip: some, Bus: some}, 4},
		{"the partner alone changes one number", trip{Change: other}, cash, trip{Cash: some, Change: other, Tip: some, Bus: some}, 6},
		{"another means", trip{Bike: other}, above, trip{Card: some, Tip: some, Bike: other}, 4},
	} {
		got := c.own
		vocabulary.Inherit(&got, &c.above, tripFields)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
		may := vocabulary.Inherited(tripFields, func(f vocabulary.Field) bool { return f.Has(&c.own) })
		if len(may) != c.inheritance {
			t.Errorf("%s: %d fields may be taken, want %d", c.name, len(may), c.inheritance)
		}
	}
}
