package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
)

func params(t *testing.T, query string) input.Params {
	t.Helper()
	p, faults := input.ParseQuery(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return p
}

func TestAsked(t *testing.T) {
	for query, want := range map[string]string{
		"basket_value=1":                                     "lifetime-value basket_value=1",
		"one.basket_value=1&horizon=5":                       "lifetime-value basket_value=1&horizon=5&name=one",
		"one.basket_value=1&basket_value=2&one.name=A":       "lifetime-value basket_value=1&name=A",
		"one.basket_value=&basket_value=2&one.name=A":        "lifetime-value basket_value=&basket_value=2&name=A",
		"one.basket_value=1&one.name=A&baseline=one":         "lifetime-value basket_value=1&name=A",
		"one.basket_value=1&two.basket_value=2&baseline=two": "comparison one.basket_value=1&two.basket_value=2&baseline=two",
		"nonsense=1": "lifetime-value nonsense=1",
	} {
		calc, asked := Asked(ValuePage(), params(t, query))
		if got := calc.Name + " " + encode(asked); got != want {
			t.Errorf("%s asks %s, wanted %s", query, got, want)
		}
	}
}

// The buttons change the customers and nothing else: texts stay as typed.
func TestEdit(t *testing.T) {
	const two = "horizon=10+%C3%A5r&one.name=A&one.basket_value=1,5&two.name=B&two.basket_value=x"
	for _, c := range []struct{ query, do, want, id string }{
		{two, "add", "horizon=10%20%C3%A5r&one.name=A&one.basket_value=1%2C5&two.name=B&two.basket_value=x&three.name=Kunde%203&three.basket_value=1%2C5", "three.name"},
		{two, "copy:two", "horizon=10%20%C3%A5r&one.name=A&one.basket_value=1%2C5&two.name=B&two.basket_value=x&three.name=B%203&three.basket_value=x", "three.name"},
		{two, "remove:one", "name=B&horizon=10%20%C3%A5r&basket_value=x", "name"},
		{two + "&baseline=one", "remove:two", "name=A&horizon=10%20%C3%A5r&basket_value=1%2C5", "name"},
		{two + "&c.name=C&baseline=c", "remove:one", "horizon=10%20%C3%A5r&two.name=B&two.basket_value=x&c.name=C&baseline=c", "two.name"},
		{"name=A&horizon=3&basket_value=5", "add", "horizon=3&one.name=A&one.basket_value=5&two.name=Kunde%202&two.basket_value=5", "two.name"},
		{"name=A&basket_value=5", "remove:", "name=A&basket_value=5", ""},
		{two, "copy:nobody", "horizon=10%20%C3%A5r&one.name=A&one.basket_value=1%2C5&two.name=B&two.basket_value=x", ""},
		{two, "nonsense", "horizon=10%20%C3%A5r&one.name=A&one.basket_value=1%2C5&two.name=B&two.basket_value=x", ""},
	} {
		edited, id := Edit(ValuePage(), params(t, c.query), c.do, locale.Norwegian)
		if got := encode(edited); got != c.want || id != c.id {
			t.Errorf("%s of %s\nis %s at %q\nnot %s at %q", c.do, c.query, got, id, c.want, c.id)
		}
	}
}

// No more than four customers come about by buttons.
func TestEditStopsAtFour(t *testing.T) {
	p := params(t, "a.basket_value=1&b.basket_value=2&c.basket_value=3&d.basket_value=4")
	for _, do := range []string{"add", "copy:a"} {
		if edited, _ := Edit(ValuePage(), p, do, locale.English); len(keysOf(edited)) != 4 {
			t.Errorf("%s makes %d customers", do, len(keysOf(edited)))
		}
	}
}

// Customers that come after one was removed get a key that is free.
func TestKeysStayDistinct(t *testing.T) {
	p := params(t, "one.basket_value=1&three.basket_value=2")
	for _, want := range []string{"one three two", "one three two four"} {
		p, _ = Edit(ValuePage(), p, "add", locale.English)
		if got := strings.Join(keysOf(p), " "); got != want {
			t.Errorf("the keys are %s, wanted %s", got, want)
		}
	}
}

func TestNumbered(t *testing.T) {
	got := encode(Numbered(params(t, "horizon=2&a-b.name=A&x.name=X&a-b.basket_value=1")))
	if want := "horizon=2&one.name=A&two.name=X&one.basket_value=1"; got != want {
		t.Errorf("%s, wanted %s", got, want)
	}
}

// The button says what most shops mean by their prices, of every customer, and is
// there as long as nothing is said.
func TestPricesIncludeVAT(t *testing.T) {
	for query, want := range map[string]string{
		"basket_value=10":                                     "basket_value=10&vat_rate=25%25",
		"currency=SEK&one.name=a&two.name=b":                  "currency=SEK&one.name=a&one.vat_rate=25%25&two.name=b&two.vat_rate=25%25",
		"currency=EUR&basket_value=10":                        "currency=EUR&basket_value=10",
		"currency=DKK&basket_value=10&repeat_purchase_rate=1": "currency=DKK&vat_rate=25%25&basket_value=10&repeat_purchase_rate=1",
	} {
		edited, id := Edit(ValuePage(), params(t, query), "vat", locale.Danish)
		got := paramSet(edited)
		if got != paramSet(params(t, want)) || !strings.HasSuffix(id, "vat_rate") {
			t.Errorf("%s: %s at %s, want %s", query, got, id, want)
		}
	}
	for query, offered := range map[string]bool{"": true, "currency=EUR": false, "vat_rate=15%25": false} {
		page := rendered(t, locale.Norwegian, query+"&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", false)
		if strings.Contains(page, `value="vat"`) != offered {
			t.Errorf("%s: offered is not %v", query, offered)
		}
	}
	if page := rendered(t, locale.Norwegian, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", false); !strings.Contains(page, "med mva., 25\u00a0%") {
		t.Error("the usual rate is not named")
	}
}

// paramSet are parameters in the order of their names.
func paramSet(p input.Params) string {
	var all []string
	for _, param := range p {
		all = append(all, param.Name+"="+param.Value)
	}
	slices.Sort(all)
	return strings.Join(all, "&")
}
