package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
)

// The other button leaves every number as it is and offers no more.
func TestNumbersKeptForTheNewPeriod(t *testing.T) {
	for _, s := range examplesOfPages() {
		query := inLengthOf(s.query, model.Week) + "&" + wasParameter + "=month"
		edited, id := Edit(s.page, params(t, query), keepButton, locale.Danish)
		if id != "period" || slices.ContainsFunc(edited, func(p input.Param) bool { return p.Name == wasParameter }) {
			t.Errorf("%s: goes on at %q with %s", s.page.Name, id, encode(edited))
		}
		if got, want := paramSet(edited), paramSet(read(s.page, params(t, inLengthOf(s.query, model.Week))).params()); got != want {
			t.Errorf("%s: kept as\n%s, was\n%s", s.page.Name, got, want)
		}
		r := Request{Page: s.page, Lang: locale.Danish, Params: edited, Dialect: input.Dialect{Said: true}}
		if body, err := Render(answered(t, r)); err != nil || strings.Contains(string(body), `value="`+convertButton+`"`) {
			t.Errorf("%s: there still is an offer (%v)", s.page.Name, err)
		}
	}
}

// What cannot be read is neither changed nor lost by a conversion, and its fault
// stays; all else is converted.
func TestConversionKeepsWhatItCannotRead(t *testing.T) {
	for _, text := range []string{"femti", "1.2.3", "12 000,5 kr ca", "50%%"} {
		page := opened(t, ValuePage(), locale.Norwegian, "acquisition_cost=50&basket_value=10&orders_per_period="+url.QueryEscape(text)+"&repeat_purchase_rate=90&horizon=10&was=year&period=quarter&do=convert")
		values := map[string]string{}
		for _, n := range nodes(t, page, "input") {
			values[attribute(n, "name")] = attribute(n, "value")
		}
		if values["orders_per_period"] != text || values["horizon"] != "40" || values["repeat_purchase_rate"] != "97,4004" || !strings.Contains(page, `<a href="#orders_per_period">`) {
			t.Errorf("%q stands as %q with a horizon of %s and a rate of %s", text, values["orders_per_period"], values["horizon"], values["repeat_purchase_rate"])
		}
	}
}
