package input

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

var valueShape = Shape{Fields: model.ScenarioFields(), Check: func(record any, ignore ...string) vocabulary.Faults {
	return record.(*model.Scenario).Validate(ignore...)
}}

// plainly reads a line in the short way, and holds it against the strict one: the
// same id, the same record, and no fault that a look at the record does not find.
func plainly(t *testing.T, l *PlainLines, line string) (plain bool) {
	t.Helper()
	var got, want model.Scenario
	id, plain := l.Read([]byte(line), &got)
	if !plain {
		return false
	}
	wantID, faults := FromLine(valueShape, []byte(line), Dialect{}, &want)
	if own := got.Validate(); (len(faults) > 0) != (len(own) > 0) {
		t.Errorf("%s\nfaults %v, want %v", line, own, faults)
	}
	if len(faults) == 0 && (id != wantID || !reflect.DeepEqual(got, want)) {
		t.Errorf("%s\n%+v %+v\nwant %+v %+v", line, id, got, wantID, want)
	}
	return true
}

func TestPlainLinesAreReadAsStrictly(t *testing.T) {
	l := NewPlainLines(valueShape, Dialect{})
	const all = `"acquisition_cost":50,"basket_value":10.00,"repeat_purchase_rate":"0.9"`
	for line, plain := range map[string]bool{
		"{" + all + "}": true,
		` { "id" : "7" , ` + all + ` , "name" : "pencil 2" , "horizon" : 120 } `: true,
		`{"id":-7.50,` + all + `,"currency":"NOK","decimals":""}`:                true,
		`{"id":null,` + all + `,"margin_rate":null}`:                             true,
		`{"retention_curve":[0.5, 1,0.25],"acquisition_cost":-0.0}`:              true,
		`{}`:                                     true,
		`{"id":1,"id":2,` + all + `}`:            false,
		`{"id":{},` + all + `}`:                  false,
		`{"id":" 1",` + all + `}`:                false,
		`{"name":"p\u0065ncil",` + all + `}`:     false,
		`{"name":"blåne",` + all + `}`:           false,
		`{` + all + `,"basket_value":10}`:        false,
		`{` + all + `,"cac":10}`:                 false,
		`{` + all + `,"margin_rate":"40%"}`:      false,
		`{` + all + `,"margin_rate":04}`:         false,
		`{` + all + `,"margin_rate":.4}`:         false,
		`{` + all + `,"margin_rate":4e-1}`:       false,
		`{` + all + `,"margin_rate":[0.4]}`:      false,
		`{` + all + `,"margin_rate":true}`:       false,
		`{` + all + `,"annual_discount_rate":8}`: false,
		`{` + all + `,"horizon":1.0}`:            false,
		`{` + all + `,"period":"fortnight"}`:     false,
		`{` + all + `,"retention_curve":[]}`:     false,
		`{` + all + `}{}`:                        false,
		`{` + all + `,}`:                         false,
		`[]`:                                     false,
		`{"basket_value":1234567890.1234567890}`: false,
	} {
		if got := plainly(t, l, line); got != plain {
			t.Errorf("%s is plain: %v", line, got)
		}
	}
	if NewPlainLines(valueShape, Dialect{Comma: true}) != nil || NewPlainLines(Shape{Members: []Member{{}}}, Dialect{}) != nil {
		t.Error("a decimal comma and objects within are not plain")
	}
}

// Lines that are nearly plain are refused or read as they are.
func TestNearlyPlainLines(t *testing.T) {
	l := NewPlainLines(valueShape, Dialect{})
	random := rand.New(rand.NewPCG(3, 4))
	const seed = `{"id":"a7","name":"pen","acquisition_cost":50,"basket_value":"10.25","repeat_purchase_rate":0.9,"retention_curve":[0.5,1],"period":"month","horizon":24}`
	const marks = `0123456789eE.,-+"{}[]: %\ntrulæ`
	plain := 0
	for range 20_000 {
		line := seed
		for range 1 + random.IntN(2) {
			i := random.IntN(len(line))
			at := random.IntN(len(marks))
			switch random.IntN(3) {
			case 0:
				line = line[:i] + line[i+1:]
			case 1:
				line = line[:i] + marks[at:at+1] + line[i:]
			default:
				line = line[:i] + marks[at:at+1] + line[i+1:]
			}
		}
		if plainly(t, l, strings.ReplaceAll(line, `"retention_curve":[0.5,1],`, "")) {
			plain++
		}
	}
	if plain < 500 {
		t.Errorf("only %d lines were plain", plain)
	}
}
