package vocabulary_test

import (
	"reflect"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// stall is a record with a field of each kind.
type stall struct {
	Name, Town, Opened string
	Tables             vocabulary.Whole
	Rent, Deposit      decimal.NullDecimal
	Share, Growth      decimal.NullDecimal
	Takings            []decimal.Decimal
	Helpers            []string
}

var stallFields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Text("name", 5), func(s *stall) any { return &s.Name }),
	vocabulary.Place(vocabulary.Choice("town", "bergen", "oslo", "TRONDHEIM").Defaults("oslo"), func(s *stall) any { return &s.Town }),
	vocabulary.Place(vocabulary.Date("opened"), func(s *stall) any { return &s.Opened }),
	vocabulary.Place(vocabulary.WholeNumber("tables", vocabulary.UnitCount, 1, 12).Defaults("3"), func(s *stall) any { return &s.Tables }),
	vocabulary.Place(vocabulary.Money("rent").Must(), func(s *stall) any { return &s.Rent }),
	vocabulary.Place(vocabulary.Money("deposit"), func(s *stall) any { return &s.Deposit }),
	vocabulary.Place(vocabulary.Share("share").Defaults("0.25"), func(s *stall) any { return &s.Share }),
	vocabulary.Place(vocabulary.Growth("growth"), func(s *stall) any { return &s.Growth }),
	vocabulary.Place(vocabulary.Numbers("takings", vocabulary.UnitMoney, decimal.NewFromInt(100), 3), func(s *stall) any { return &s.Takings }),
	vocabulary.Place(vocabulary.Names("helpers", 4), func(s *stall) any { return &s.Helpers }),
}

func field(t *testing.T, name string) vocabulary.Field {
	t.Helper()
	f, known := vocabulary.FieldNamed(stallFields, name)
	if !known {
		t.Fatalf("no field %s", name)
	}
	return f
}

func decimals(texts ...string) (list []decimal.Decimal) {
	for _, text := range texts {
		list = append(list, decimal.RequireFromString(text))
	}
	return list
}

// What is set comes back, and only in the field's own place.
func TestSetAndGet(t *testing.T) {
	for name, v := range map[string]vocabulary.Value{
		"name": {Text: "Ada"}, "town": {Text: "bergen"}, "opened": {Text: "2027-01"}, "rent": {Number: decimal.RequireFromString("12.50")},
		"share": {Number: decimal.Zero}, "takings": {Numbers: decimals("1", "2.5")}, "helpers": {Names: []string{"Bo", "Cy"}},
		"tables": {Number: decimal.NewFromInt(7), Text: "7"},
	} {
		var s stall
		f := field(t, name)
		if _, given := f.Get(&s); given || f.Has(&s) {
			t.Errorf("%s is given in an empty record", name)
		}
		f.Set(&s, v)
		if got, given := f.Get(&s); !given || !f.Has(&s) || !reflect.DeepEqual(got, v) {
			t.Errorf("%s: %+v comes back as %+v, %v", name, v, got, given)
		}
		for _, other := range stallFields {
			if other.Has(&s) != (other.Name == name) {
				t.Errorf("%s is set, and %s is given: %v", name, other.Name, other.Has(&s))
			}
		}
	}
}

// Absent fields get their constant default; what is given stays, 0 as well.
func TestFillDefaults(t *testing.T) {
	s := stall{Share: vocabulary.Given("0"), Tables: vocabulary.Count(12)}
	vocabulary.FillDefaults(&s, stallFields)
	if s.Town != "oslo" || !s.Share.Decimal.IsZero() || s.Tables.Int != 12 {
		t.Errorf("%+v", s)
	}
	var empty stall
	vocabulary.FillDefaults(&empty, stallFields)
	if empty.Town != "oslo" || empty.Share.Decimal.String() != "0.25" || empty.Tables != vocabulary.Count(3) {
		t.Errorf("%+v", empty)
	}
	if empty.Name != "" || empty.Rent.Valid || empty.Growth.Valid || empty.Takings != nil || empty.Helpers != nil {
		t.Errorf("a field without a default has one: %+v", empty)
	}
}

// A number written in Go that is none panics, as it should when the program starts.
func TestGiven(t *testing.T) {
	if got := vocabulary.Given("-0.50"); !got.Valid || got.Decimal.String() != "-0.5" {
		t.Errorf("%v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	vocabulary.Given("half")
}

// A field of an inner record is found by way of the outer one, its unit too.
func TestWithin(t *testing.T) {
	type market struct{ stalls [2]stall }
	measured := vocabulary.MeasuredBy(field(t, "rent"), func(s *stall) vocabulary.Unit {
		if s.Town == "oslo" {
			return vocabulary.UnitCount
		}
		return ""
	})
	second := measured.Within(func(record any) any { return &record.(*market).stalls[1] })
	m := market{}
	second.Set(&m, vocabulary.Value{Number: decimal.NewFromInt(9)})
	if m.stalls[0].Rent.Valid || m.stalls[1].Rent.Decimal.String() != "9" {
		t.Errorf("%+v", m)
	}
	if !second.Measured() || field(t, "rent").Measured() {
		t.Error("measured by the record, or not")
	}
	if got := second.For(&m).Unit; got != vocabulary.UnitMoney {
		t.Errorf("where the record does not say, the unit is %s", got)
	}
	m.stalls[1].Town = "oslo"
	if got := second.For(&m).Unit; got != vocabulary.UnitCount {
		t.Errorf("the record says count, the unit is %s", got)
	}
	if got := field(t, "rent").For(&stall{}).Unit; got != vocabulary.UnitMoney {
		t.Errorf("a field of its own unit has %s", got)
	}
}

// Fields and figures are found by their whole name.
func TestNamed(t *testing.T) {
	for name, want := range map[string]bool{"rent": true, "helpers": true, "ren": false, "Rent": false, "": false} {
		if f, known := vocabulary.FieldNamed(stallFields, name); known != want || known && f.Name != name {
			t.Errorf("%q: %v, %s", name, known, f.Name)
		}
	}
	figures := []vocabulary.Figure{vocabulary.Amount("a"), vocabulary.PeriodNumber("b")}
	for name, want := range map[string]bool{"a": true, "b": true, "c": false, "": false} {
		if f, known := vocabulary.FigureNamed(figures, name); known != want || known && f.Name != name {
			t.Errorf("%q: %v, %s", name, known, f.Name)
		}
	}
}

// A figure is declared once: unit and rounding follow from its kind, and a record
// gives its figures in the order of the list.
func TestFigures(t *testing.T) {
	type row struct{ A, B vocabulary.Rounded }
	for _, c := range []struct {
		f        vocabulary.Figure
		unit     vocabulary.Unit
		rounding vocabulary.Rounding
	}{
		{vocabulary.Amount("x"), vocabulary.UnitMoney, vocabulary.RoundMoney}, {vocabulary.Ratio("x", vocabulary.UnitShare), vocabulary.UnitShare, vocabulary.RoundRatio},
		{vocabulary.Estimate("x", vocabulary.UnitNumber), vocabulary.UnitNumber, vocabulary.RoundEstimate},
		{vocabulary.WholeFigure("x", vocabulary.UnitCustomers), vocabulary.UnitCustomers, vocabulary.RoundWhole},
		{vocabulary.PeriodNumber("x"), vocabulary.UnitPeriodNumber, vocabulary.RoundWhole},
	} {
		if c.f.Name != "x" || c.f.Unit != c.unit || c.f.Rounding != c.rounding || c.f.Nullable || c.f.NullIfLarge {
			t.Errorf("%+v", c.f)
		}
		if null := c.f.MayBeNull(); !null.Nullable || null.NullIfLarge || c.f.Nullable {
			t.Errorf("%+v", null)
		}
		if large := c.f.NullIfTooLarge(); !large.NullIfLarge || large.Nullable {
			t.Errorf("%+v", large)
		}
	}
	a := vocabulary.FigurePlace(vocabulary.Amount("a"), func(r *row) *vocabulary.Rounded { return &r.A })
	b := vocabulary.FigurePlace(vocabulary.Amount("b"), func(r *row) *vocabulary.Rounded { return &r.B })
	r := row{vocabulary.RoundedWhole(1), vocabulary.RoundedWhole(2)}
	got := vocabulary.FiguresOf(&r, []vocabulary.Figure{b, a})
	if len(got) != 2 || got[0].Int() != 2 || got[1].Int() != 1 || a.In(&r) != &r.A || b.Place()(&r) != &r.B || b.Of(&r).Int() != 2 {
		t.Errorf("%v", got)
	}
}
