package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
)

// tradeRequests are the pages that the trades lead to in a language, by name.
func tradeRequests(t *testing.T, l locale.Language) map[string]Request {
	t.Helper()
	all := map[string]Request{}
	for _, trade := range viewOf(t, l, pencil, false).tradeLinks() {
		r := answered(t, followedLink(t, ValuePage(), trade.Href))
		if len(r.Faults) > 0 || r.Lang != l || all[trade.Name].Params != nil {
			t.Fatalf("%s, %s: %v", l, trade.Name, r.Faults)
		}
		all[trade.Name] = r
	}
	return all
}

// A trade's customer has an answer on every page, in every language, with the period
// of its trade, and can be carried over to every other length of period.
func TestTradesOnEveryPage(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, r := range tradeRequests(t, l) {
			period := viewed(r).period()
			for _, to := range Pages()[1:] {
				there := answered(t, linked(t, r, to))
				if len(there.Faults) > 0 || viewed(there).period() != period || viewed(there).entry.common("name") == "" && to.Name != "programmes" {
					t.Errorf("%s, %s: on %s by the %s %v", l, name, to.Name, viewed(there).period(), there.Faults)
				}
			}
			for _, now := range lengths {
				p := slices.DeleteFunc(slices.Clone(r.Params), func(p input.Param) bool { return p.Name == "period" })
				converted := between(ValuePage(), model.Period(period), now, finely).of(append(p, input.Param{Name: "period", Value: string(now)}))
				if c := answered(t, Request{Page: ValuePage(), Lang: l, Params: converted, Dialect: input.Dialect{Said: true}}); len(c.Faults) > 0 {
					t.Errorf("%s, %s: by the %s %v", l, name, now, c.Faults)
				}
			}
		}
	}
}

// What is said of a trade is said in each language: names, customers and lines differ
// from trade to trade, and no line is the English one in another language.
func TestTradesAreToldApart(t *testing.T) {
	english := viewOf(t, locale.English, pencil, false).tradeLinks()
	for _, l := range locale.Languages() {
		var names, customers, lines []string
		for i, trade := range viewOf(t, l, pencil, false).tradeLinks() {
			names, lines = append(names, trade.Name), append(lines, trade.About)
			customers = append(customers, l.Page("trade."+trades[i].name+".customer"))
			if l != locale.English && trade.About == english[i].About {
				t.Errorf("%s, %s: %s", l, trade.Name, trade.About)
			}
			if strings.Contains(trade.Name+trade.About+customers[i], "trade.") {
				t.Errorf("%s: words are missing: %s", l, trade.Name)
			}
		}
		for _, all := range [][]string{names, customers, lines} {
			slices.Sort(all)
			if len(slices.Compact(slices.Clone(all))) != len(trades) {
				t.Errorf("%s: %q has one twice", l, all)
			}
		}
	}
}

// The same trade is worth about the same wherever it is: in Danish crowns two thirds of
// the amounts, so that rates, margins and periods are the same in all languages.
func TestTradesAreTheSameEverywhere(t *testing.T) {
	for i, trade := range trades {
		want := map[string]string{}
		for _, p := range trade.customer(locale.Norwegian) {
			want[p.Name] = p.Value
		}
		for _, l := range locale.Languages() {
			for _, p := range trade.customer(l) {
				f := field(t, p.Name)
				switch {
				case p.Name == "name" || p.Name == "currency":
				case f.Unit != "money":
					if p.Value != want[p.Name] {
						t.Errorf("%s, trade %d: %s is %s, wanted %s", l, i, p.Name, p.Value, want[p.Name])
					}
				default:
					ratio := valueOf(input.Params{p}, p.Name).Div(valueOf(input.Params{{Name: p.Name, Value: want[p.Name]}}, p.Name)).InexactFloat64()
					if l == locale.Danish && (ratio < 0.6 || ratio > 0.7) || l != locale.Danish && ratio != 1 {
						t.Errorf("%s, trade %d: %s is %s, %v of what it is in Norwegian", l, i, p.Name, p.Value, ratio)
					}
				}
			}
		}
	}
}
