package calculator_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// A body as a query asks the same: the answers are the same to the byte.
func TestQueryAsksWhatTheBodyAsks(t *testing.T) {
	tried := 0
	for _, calc := range calculator.All() {
		for _, q := range questions(t, calc) {
			params, has := calc.Query(q.body)
			if has == calc.Limits.PostOnly {
				t.Errorf("%s has a query: %t", q.path, has)
			}
			if has {
				tried++
				sameAnswer(t, calc, q.path, string(q.body), params)
			}
		}
	}
	if tried < 15 {
		t.Errorf("only %d requests were tried", tried)
	}
}

// Names that are missing, the same in ASCII, or no key at all; null, an empty
// text, an exponent and a percent sign.
func TestQueryOfUnusualBodies(t *testing.T) {
	const two = `{"defaults":{"acquisition_cost":5e1,"basket_value":10,"basket_cap":null,"margin_rate":"40%","currency":""},"scenarios":[%1{"repeat_purchase_rate":0.5},%2{"repeat_purchase_rate":0.9}]}`
	for _, names := range [][2]string{{"", ""}, {"Kø", "ko"}, {"…", "B"}, {"2", "1"}, {"a & b = c; d", "æ"}, {"", "b"}} {
		body := two
		for i, name := range names {
			with := ""
			if name != "" {
				with = `"name":"` + name + `",`
			}
			body = strings.Replace(body, "%"+string(rune('1'+i))+"{", "{"+with, 1)
		}
		calc := calculator.Named("comparison")
		params, has := calc.Query([]byte(body))
		if !has {
			t.Fatalf("%s has no query", body)
		}
		sameAnswer(t, calc, body, body, params)
	}
}

func TestQueryTooLong(t *testing.T) {
	curve := strings.Repeat("0.123456789,", 1000) + "0.1"
	if _, has := calculator.Named("lifetime-value").Query([]byte(`{"acquisition_cost":5,"basket_value":1,"retention_curve":[` + curve + `]}`)); has {
		t.Error("a query of 12,000 characters is no link")
	}
	for _, body := range []string{"", "[]", "1", "{", "null"} {
		if params, has := calculator.Named("lifetime-value").Query([]byte(body)); has && len(params) > 0 {
			t.Errorf("%q has the query %v", body, params)
		}
	}
}

// sameAnswer holds the answer to a body against that to its query.
func sameAnswer(t *testing.T, calc *calculator.Calculator, where, body string, params input.Params) {
	t.Helper()
	bodies, queries := calc.NewRequest(), calc.NewRequest()
	if faults := input.FromJSON(calc.Request, []byte(body), input.Dialect{}, bodies); len(faults) > 0 {
		t.Fatalf("%s: %v", where, faults)
	}
	if faults := input.FromParams(calc.Request, params, input.Dialect{Said: true}, queries); len(faults) > 0 {
		t.Fatalf("%s as %s: %v", where, params.Encode(), faults)
	}
	if !bytes.Equal(answered(t, calc, bodies), answered(t, calc, queries)) {
		t.Errorf("%s as %s has another answer", where, params.Encode())
	}
}

func answered(t *testing.T, calc *calculator.Calculator, request any) []byte {
	t.Helper()
	a, err := calc.Answer(context.Background(), request, locale.English)
	if err != nil {
		t.Fatal(err)
	}
	return format.JSON(answer.Answer{Body: a.Body})
}
