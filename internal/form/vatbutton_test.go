package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"golang.org/x/net/html"
)

// pressed is a page after a button, as the address that the button leads to shows it.
func pressed(t *testing.T, page Page, l locale.Language, query, do string) Request {
	t.Helper()
	edited, _ := Edit(page, params(t, query), do, l)
	return answered(t, Request{Page: page, Lang: l, Params: edited, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}, Typed: true, Base: "https://example.org"})
}

// With the usual VAT of the Nordic countries a price of 12.50 is one of 10.00 without:
// the button gives what the same customer with prices without VAT has.
func TestVATButtonTakesTheTaxOut(t *testing.T) {
	const rest = "&acquisition_cost=50&margin_rate=40&repeat_purchase_rate=80&horizon=10"
	for _, currency := range []string{"NOK", "DKK", "SEK"} {
		for _, l := range locale.Languages() {
			mark := l.DecimalMark()
			with := pressed(t, ValuePage(), l, "currency="+currency+"&basket_value=12"+mark+"5"+rest, vatButton)
			without := pressed(t, ValuePage(), l, "currency="+currency+"&basket_value=10"+rest, "nothing")
			if len(with.Faults)+len(without.Faults) > 0 {
				t.Fatal(with.Faults, without.Faults)
			}
			if got, want := parts(with.Answer)[0].figure("net_lifetime_value"), parts(without.Answer)[0].figure("net_lifetime_value"); got.String() != want.String() {
				t.Errorf("%s, %s: %s with the button, %s without VAT", l, currency, got, want)
			}
		}
	}
}

// Every page that asks for the VAT offers it for an answer without fault; once it is
// there it is offered no longer, and no currency but the crowns has it.
func TestVATButtonOnEachPage(t *testing.T) {
	for _, s := range examplesOfPages() {
		for _, l := range locale.Languages() {
			for currency, offered := range map[string]bool{"NOK": true, "SEK": true, "DKK": true, "EUR": false, "USD": false} {
				query := strings.ReplaceAll(s.query, "currency=NOK&", "") + "&currency=" + currency
				r := requestOf(t, s.page, l, query, false)
				if got := offers(t, r); got != offered {
					t.Errorf("%s, %s, %s: offered is %t", s.page.Name, l, currency, got)
				}
				if !offered {
					continue
				}
				edited, id := Edit(s.page, r.Params, vatButton, l)
				r.Params = edited
				r = answered(t, r)
				if len(r.Faults) > 0 || offers(t, r) || !hasID(t, r, id) {
					t.Errorf("%s, %s, %s: pressed, it is still there, at fault or leads to no field %q: %v", s.page.Name, l, currency, id, r.Faults)
				}
			}
		}
	}
}

// offers reports whether the page has the button, whose words name the rate as the
// language writes it.
func offers(t *testing.T, r Request) bool {
	t.Helper()
	page, err := Render(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range nodes(t, string(page), "button") {
		if attribute(b, "value") == vatButton {
			if !strings.Contains(contents(b), "25"+strings.ReplaceAll(r.Lang.PercentSign(), noBreakSpace, " ")) {
				t.Errorf("%s: the button says %q", r.Lang, contents(b))
			}
			return true
		}
	}
	return false
}

// hasID reports whether one goes on at a field of the page.
func hasID(t *testing.T, r Request, id string) bool {
	t.Helper()
	page, err := Render(r)
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(nodes(t, string(page), "input", "select"), func(n *html.Node) bool { return attribute(n, "id") == id })
}

// examplesOfPages are all pages with an example that has an answer and says no VAT.
func examplesOfPages() []shown {
	return []shown{{"one", "currency=NOK&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", ValuePage()}, {"two", pencil, ValuePage()},
		{"guess", "currency=NOK&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", WhatIfPage()}, {"promise", promise, PromisePage()},
		{"card", guests + bonusCard, ProgrammesPage()}, {"shop", pencilShop, PlanPage()}}
}

// The rates are those that the model takes, in percent with their sign.
func TestUsualRatesAreRates(t *testing.T) {
	f := field(t, vatField)
	for currency, rate := range usualVAT {
		parsed, err := locale.ParseNumber(rate, false, true)
		if err != nil || !parsed.Percent || !parsed.Decimal.Equal(decimal.New(25, -2)) || parsed.Decimal.LessThan(f.Min) || parsed.Decimal.GreaterThan(f.Max) {
			t.Errorf("%s: %s (%v)", currency, rate, err)
		}
		choices, _ := vocabulary.FieldNamed(ValuePage().Items, "currency")
		if !strings.Contains(strings.Join(choices.Choices, " "), currency) {
			t.Errorf("%s can not be chosen", currency)
		}
	}
}
