package input

import (
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// search is a request whose limits are measured in what is searched for.
type search struct {
	what   string
	From   decimal.NullDecimal
	Values []decimal.Decimal
}

func (s *search) unit() vocabulary.Unit {
	return map[string]vocabulary.Unit{"rate": vocabulary.UnitShare, "orders": vocabulary.UnitOrders, "money": vocabulary.UnitMoney}[s.what]
}

var searchShape = Shape{Fields: []vocabulary.Field{
	vocabulary.MeasuredBy(vocabulary.Place(vocabulary.Number("from", vocabulary.UnitRatio, decimal.New(1, 6)), func(s *search) any { return &s.From }), (*search).unit),
	vocabulary.MeasuredBy(vocabulary.Place(vocabulary.Numbers("values", vocabulary.UnitRatio, decimal.New(1, 6), 5), func(s *search) any { return &s.Values }), (*search).unit),
	vocabulary.Place(vocabulary.Choice("for", "rate", "orders", "money"), func(s *search) any { return &s.what }),
}}

// What a number is measured in may be said by another field, before it or after
// it: a percent sign, and percent=on, hold for rates and for nothing else.
func TestMeasuredByAnotherField(t *testing.T) {
	shape := searchShape.With(func(record any) any { return record })
	for _, c := range []struct {
		query    string
		percent  bool
		from     string
		refusals []string
	}{
		{"from=75%&for=rate", false, "0.75", nil}, {"for=rate&from=75%", false, "0.75", nil}, {"from=0.75&for=rate", false, "0.75", nil},
		{"from=75&for=rate", true, "0.75", nil}, {"from=75&for=orders", true, "75", nil}, {"from=75&for=money", true, "75", nil}, {"from=75&values=10, 20&for=rate", true, "0.75", nil},
		{"from=75%&for=orders", false, "0", []string{"from not_a_number percent_not_allowed (0.75)"}}, {"from=75%&for=money", false, "0", []string{"from not_a_number percent_not_allowed (75)"}},
		{"values=5%, 6&for=orders&from=1", false, "1", []string{"values[0] not_a_number percent_not_allowed (0.05)"}},
		{"from=1&from=2&for=rate", true, "0", []string{"from duplicate duplicate"}},
		{"from=5%", false, "0", []string{"from not_a_number percent_not_allowed (0.05)"}}, {"from=5&for=rat", false, "5", []string{"for not_a_choice not_a_choice (rate)"}},
	} {
		var s search
		params, _ := ParseQuery(c.query)
		expect(t, c.query, FromParams(shape, params, Dialect{Percent: c.percent}, &s), c.refusals...)
		if got := s.From.Decimal.String(); got != c.from {
			t.Errorf("%s: from %s, want %s", c.query, got, c.from)
		}
	}
	var s search
	expect(t, "JSON", FromJSON(searchShape, []byte(`{"from": "75%", "values": ["10%", 0.2], "for": "rate"}`), Dialect{}, &s))
	if !s.From.Decimal.Equal(decimal.RequireFromString("0.75")) || !s.Values[0].Equal(decimal.RequireFromString("0.1")) {
		t.Errorf("%+v", s)
	}
}
