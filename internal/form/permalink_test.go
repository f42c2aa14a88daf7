package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// followedLink is the request of the page that a link leads to.
func followedLink(t interface{ Fatal(...any) }, page Page, href string) Request {
	u, err := url.Parse(href)
	if err != nil {
		t.Fatal(err)
	}
	p, faults := input.ParseQuery(u.RawQuery)
	if len(faults) > 0 {
		t.Fatal(href, faults)
	}
	options, rest := p.Split("lang", "decimal")
	r := Request{Page: page, Lang: locale.English, Params: rest, Base: "https://example.org"}
	for _, o := range options {
		switch o.Name {
		case "lang":
			r.Lang = locale.Language(o.Value)
		case "decimal":
			r.Said, r.Comma = true, o.Value == "comma"
		}
	}
	r.Comma = r.Comma || !r.Said && r.Lang.DecimalComma()
	return r
}

// viewed is the page of a request before its answer.
func viewed(r Request) *viewer { return &viewer{Request: r, entry: read(r.Page, r.Params)} }

// A permalink is canonical: followed, the page has the same one, whatever was typed,
// in which language, and whether it has an answer or not.
func TestPermalinksAreCanonical(t *testing.T) {
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			for _, typed := range []bool{false, true} {
				r := Request{Page: s.page, Lang: l, Params: params(t, s.query), Base: "https://example.org", Typed: typed, Dialect: input.Dialect{Comma: typed && l.DecimalComma(), Said: !typed, Percent: typed}}
				first := viewed(r).take().Permalink
				if again := viewed(followedLink(t, s.page, first)).take().Permalink; again != first {
					t.Errorf("%s, %s, %s:\n%s becomes\n%s", s.page.Name, s.name, l, first, again)
				}
			}
		}
	}
}

// drawnParams are parameters of a page such as people type: any of its fields with
// any number, percent sign, unit, name or nonsense, for one item or several.
func drawnParams(t *rapid.T, page Page, l locale.Language, items int) input.Params {
	var p input.Params
	add := func(key string, fields []vocabulary.Field) {
		for _, f := range fields {
			if rapid.IntRange(0, 3).Draw(t, "given") == 0 {
				p = append(p, input.Param{Name: inputName(key, f.Name), Value: typedText(t, f, l)})
			}
		}
	}
	add("", page.Fields)
	if len(page.Items) > 0 && items == 1 && page.Alone {
		add("", slices.DeleteFunc(slices.Clone(page.Items), func(f vocabulary.Field) bool { _, asked := named(page.Fields, f.Name); return asked }))
	} else if len(page.Items) > 0 {
		for n := range items {
			key := keyNumber(n + 1)
			p = append(p, input.Param{Name: key + ".name", Value: "Item " + key})
			add(key, slices.DeleteFunc(slices.Clone(page.Items), func(f vocabulary.Field) bool { return f.Name == "name" }))
		}
	}
	return p
}

// typedText is something that may be typed into a field.
func typedText(t *rapid.T, f vocabulary.Field, l locale.Language) string {
	number := func() string {
		d := decimal.New(rapid.Int64Range(-20000, 200000).Draw(t, "digits"), -rapid.Int32Range(0, 4).Draw(t, "decimals"))
		return strings.Replace(d.String(), ".", l.DecimalMark(), 1) + rapid.SampledFrom([]string{"", "", "%", " %", " kr", ",-"}).Draw(t, "sign")
	}
	switch f.Kind {
	case vocabulary.KindChoice:
		return rapid.SampledFrom(append(slices.Clone(f.Choices), "nonsense")).Draw(t, "choice")
	case vocabulary.KindText:
		return rapid.StringMatching(`[A-ZÆØÅ][a-zæøå&<>" ]{0,12}[a-z]`).Draw(t, "name")
	case vocabulary.KindNumbers:
		plain := func() string { return strings.NewReplacer(" kr", "", ",-", "", "%", "", " ", "").Replace(number()) }
		return plain() + l.ListMark() + " " + plain()
	}
	return rapid.OneOf(rapid.Just("x"), rapid.Custom(func(*rapid.T) string { return number() })).Draw(t, "number")
}

// Whatever is typed, on whichever page: the permalink written, read and written again
// is the same, and links in the other languages differ from it in the language alone.
func TestWhateverIsTypedHasOnePermalink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		page := rapid.SampledFrom(Pages()).Draw(t, "page")
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		p := drawnParams(t, page, l, rapid.IntRange(1, 5).Draw(t, "items"))
		v := viewed(Request{Page: page, Lang: l, Params: p, Base: "https://example.org", Typed: true, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}})
		first := v.take().Permalink
		again := viewed(followedLink(t, page, first))
		if got := again.take().Permalink; got != first {
			t.Fatalf("%s becomes\n%s", first, got)
		}
		for _, link := range v.languageLinks() {
			if got := "https://example.org" + strings.Replace(link.Href, "lang="+link.Lang, "lang="+string(l), 1); got != first {
				t.Fatalf("%s: %s, not %s", link.Lang, got, first)
			}
		}
	})
}

// A single customer under a key is called by it, unless it has a name: so is whoever
// follows the link.
func TestKeyIsTheNameOfTheOnlyOne(t *testing.T) {
	for query, want := range map[string]string{
		"guest.basket_value=10&guest.acquisition_cost=5":                    "guest",
		"guest.basket_value=10&guest.name=Visitor&guest.acquisition_cost=5": "Visitor",
		"basket_value=10&acquisition_cost=5":                                "",
	} {
		v := viewed(Request{Page: ValuePage(), Lang: locale.English, Params: params(t, query), Dialect: input.Dialect{Said: true}})
		link := viewed(followedLink(t, ValuePage(), v.take().Permalink))
		if got := v.entry.common("name"); got != want || link.entry.common("name") != want {
			t.Errorf("%s: it is called %q, by the link %q, wanted %q", query, got, link.entry.common("name"), want)
		}
	}
}
