package input

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// textsOfFields are what people and programs write, plain or not.
var textsOfFields = []string{"50", "10.00", "0.9", "0", "-0.0", "120", "1e3", "0,5", "1.5 ", "40%", "", "+1", ".5", "007", "NOK", "nok", "month", "mid", "12345678901234567890", "1.0", "8", "x", "0.1;0.2", "-5"}

// drawParams draws some parameters, most of them those that a scenario needs.
func drawParams(r *rand.Rand) Params {
	p := Params{{"acquisition_cost", "50"}, {"basket_value", "10"}, {"repeat_purchase_rate", "0.9"}}
	fields := model.ScenarioFields()
	for range r.IntN(4) {
		p = append(p, Param{fields[r.IntN(len(fields))].Name, textsOfFields[r.IntN(len(textsOfFields))]})
	}
	if r.IntN(20) == 0 {
		p = append(p, Param{"cac", "5"})
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// What is read at a glance is read as the strict reader reads it, and so are the
// faults of what is not.
func TestGlancesAreAsStrict(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	glances := 0
	for range 20_000 {
		p := drawParams(r)
		var got, want, alone model.Scenario
		faults, strict := FromParams(valueShape, p, Dialect{}, &got), paramsStrictly(valueShape, p, Dialect{}, &want)
		if !reflect.DeepEqual(faults, strict) || len(faults) == 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n%+v %v\nwant %+v %v", p, got, faults, want, strict)
		}
		if atAGlance(valueShape, Dialect{}, &alone, func(l *PlainLines) bool { return l.params(p, &alone) }) {
			glances++
		}
		body := objectOf(r, p)
		got, want = model.Scenario{}, model.Scenario{}
		faults, strict = FromJSON(valueShape, body, Dialect{}, &got), jsonStrictly(valueShape, body, Dialect{}, &want)
		if !reflect.DeepEqual(faults, strict) || len(faults) == 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\n%+v %v\nwant %+v %v", body, got, faults, want, strict)
		}
	}
	if glances < 5000 {
		t.Errorf("%d were read at a glance", glances)
	}
}

// objectOf is the body of parameters, its values quoted or not, now and then with
// an id, which no body has.
func objectOf(r *rand.Rand, p Params) []byte {
	var members []string
	for _, x := range p {
		value := x.Value
		if r.IntN(2) == 0 || strings.ContainsAny(value, "x%,;+oONnm ") || value == "" {
			value = `"` + value + `"`
		}
		members = append(members, `"`+x.Name+`": `+value)
	}
	if r.IntN(20) == 0 {
		members = append(members, `"id": 7`)
	}
	return []byte("{" + strings.Join(members, ", ") + "}")
}

// A reader goes by the dialect: a decimal comma is none of its business.
func TestNoGlanceWithAComma(t *testing.T) {
	var s model.Scenario
	p := Params{{"acquisition_cost", "50"}, {"basket_value", "10"}, {"repeat_purchase_rate", "0.9"}}
	if atAGlance(valueShape, Dialect{Comma: true}, &s, func(l *PlainLines) bool { return l.params(p, &s) }) {
		t.Error("read at a glance with a comma")
	}
	if faults := FromParams(valueShape, Params{{"id", "1"}}, Dialect{}, &s); len(faults) == 0 {
		t.Error("an id in a query")
	}
}

// What the strict reader has to judge leaves no trace of the glance: a name of
// nothing but white space is none.
func TestBlankNameLeavesNoTrace(t *testing.T) {
	for _, name := range []string{" ", "\u00a0", "\u200b", "  \t"} {
		var got model.Scenario
		body := `{"acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.9, "name": ` + quote(name) + `}`
		if faults := FromJSON(flat, []byte(body), Dialect{}, &got); len(faults) > 0 || got.Name != "" || !got.BasketValue.Valid {
			t.Errorf("%q: named %q, %v", name, got.Name, faults)
		}
	}
}

// asked is a request of the kind of options: choices, and numbers whose ranges no
// check of its own knows.
type asked struct {
	format, signs, table string
	width                vocabulary.Whole
	share                decimal.NullDecimal
}

var askedShape = Shape{Fields: []vocabulary.Field{
	vocabulary.Place(vocabulary.Choice("format", "json", "csv", "xml"), func(q *asked) any { return &q.format }),
	vocabulary.Place(vocabulary.Choice("signs", "plain", "accounting").Defaults("plain"), func(q *asked) any { return &q.signs }),
	vocabulary.Place(vocabulary.Text("table", 8), func(q *asked) any { return &q.table }),
	vocabulary.Place(vocabulary.WholeNumber("width", vocabulary.UnitCount, 100, 4000), func(q *asked) any { return &q.width }),
	vocabulary.Place(vocabulary.Number("share", vocabulary.UnitShare, decimal.New(1, 0)), func(q *asked) any { return &q.share }),
}}

// So is what has no check of its own, ranges included.
func TestGlancesAtOptionsAreAsStrict(t *testing.T) {
	glances := 0
	texts := []string{"json", "csv", "CSV", "plain", "accounting", "", "99", "100", "4000", "4001", "1.0", "0.5", "1.5", "50%", "-1", "x", "12345678901234567890", " csv", "csv\u00a0", "a\tb", "\x7f", "blåbær", "summaries"}
	names := []string{"format", "signs", "table", "width", "share", "lang"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		var p Params
		for range r.IntN(4) {
			p = append(p, Param{names[r.IntN(len(names))], texts[r.IntN(len(texts))]})
		}
		var got, want, alone asked
		faults, strict := FromParams(askedShape, p, Dialect{}, &got), paramsStrictly(askedShape, p, Dialect{}, &want)
		if !reflect.DeepEqual(faults, strict) || len(faults) == 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n%+v %v\nwant %+v %v", p, got, faults, want, strict)
		}
		if atAGlance(askedShape, Dialect{}, &alone, func(l *PlainLines) bool { return l.params(p, &alone) }) {
			glances++
		}
	}
	if glances < 1000 {
		t.Errorf("%d were read at a glance", glances)
	}
}
