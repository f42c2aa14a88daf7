package golden

import (
	"fmt"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// witness is a test that keeps what is said of it.
type witness struct {
	testing.TB
	said []string
}

func (w *witness) Helper() {}

func (w *witness) Errorf(format string, args ...any) {
	w.said = append(w.said, fmt.Sprintf(format, args...))
}

// pair is a record with two figures.
type pair struct{ money, count vocabulary.Rounded }

var pairFigures = []vocabulary.Figure{
	vocabulary.FigurePlace(vocabulary.Amount("money"), func(p *pair) *vocabulary.Rounded { return &p.money }),
	vocabulary.FigurePlace(vocabulary.PeriodNumber("count").MayBeNull(), func(p *pair) *vocabulary.Rounded { return &p.count }),
}

// A case is held digit for digit: another last digit, a null that is none, a figure
// that nobody has are each an error; figures that the case leaves out are passed over.
func TestEqualSeesEveryDifference(t *testing.T) {
	have := &pair{money: vocabulary.RoundedTo(decimal.RequireFromString("12.5"), 2), count: vocabulary.RoundedWhole(3)}
	for name, c := range map[string]struct {
		record *pair
		want   Object
		says   string
	}{
		"the same":         {have, Object{"money": "12.50", "count": float64(3)}, ""},
		"one of them":      {have, Object{"money": "12.50"}, ""},
		"with its name":    {have, Object{"money": "12.50", "name": "a"}, ""},
		"a null":           {&pair{}, Object{"count": nil}, ""},
		"another digit":    {have, Object{"money": "12.51"}, "money = 12.50, want 12.51"},
		"a digit less":     {have, Object{"money": "12.5"}, "money = 12.50, want 12.5"},
		"another count":    {have, Object{"count": float64(4)}, "count = 3, want 4"},
		"a null that is 0": {&pair{money: vocabulary.RoundedWhole(0)}, Object{"money": nil}, "money = 0, want <nil>"},
		"none that is":     {&pair{}, Object{"money": "0"}, "money = <nil>, want 0"},
		"unknown":          {have, Object{"money": "12.50", "joy": "1"}, "compared 1 of 2 figures"},
	} {
		w := &witness{TB: t}
		Equal(w, "case", pairFigures, c.record, c.want)
		if got := strings.Join(w.said, "; "); (got == "") != (c.says == "") || !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, want %q", name, got, c.says)
		}
	}
}

// A request fills the fields that it names, with the digits that it has; a percentage
// is its share.
func TestFill(t *testing.T) {
	s := Scenario(t, Object{"name": "pencils", "currency": "JPY", "horizon": float64(7), "basket_value": "12.50", "repeat_purchase_rate": "90%", "annual_discount_rate": "8.5%",
		"retention_curve": []any{"0.5", "0.60"}, "margin_rate": nil, "joy": "1"})
	if s.Name != "pencils" || s.Currency != "JPY" || s.Horizon.Int != 7 || s.BasketValue.Decimal.StringFixed(2) != "12.50" || s.RepeatPurchaseRate.Decimal.String() != "0.9" ||
		s.AnnualDiscountRate.Decimal.String() != "0.085" || len(s.RetentionCurve) != 2 || s.MarginRate.Valid || s.Timing != "" {
		t.Errorf("%+v", s)
	}
	type list struct{ names []string }
	var l list
	Fill(t, &l, []vocabulary.Field{vocabulary.Place(vocabulary.Names("fields", 5), func(l *list) any { return &l.names })}, Object{"fields": []any{"a", "b"}})
	if len(l.names) != 2 || l.names[1] != "b" {
		t.Errorf("%+v", l)
	}
}

// The cases on file are read whole, and each is one that the model takes.
func TestRead(t *testing.T) {
	for _, request := range Read[Object](t, "own.json", 5) {
		if _, err := model.Summarise(Scenario(t, request)); err != nil {
			t.Errorf("%v: %v", request["name"], err)
		}
	}
	for figure, want := range map[vocabulary.Rounded]any{{}: nil, vocabulary.RoundedWhole(0): "0", vocabulary.RoundedWhole(-5): "-5"} {
		if got := Text(figure); got != want {
			t.Errorf("%v is %v", figure, got)
		}
	}
}
