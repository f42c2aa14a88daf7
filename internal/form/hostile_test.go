package form

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// hostile are names that try to break out of where they stand, or that few programs
// have seen: none may be refused, none may change.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`&lt;b&gt; &amp; &#34;`,
	`</title></textarea><svg onload=alert(1)>`,
	`{{.Lang}} {name} {net} %s %d`,
	`a&b=c;d#e?f+g%20h`,
	"\u05d7\u05e0\u05d5\u05ea \u202ecba\u202c",
	"\U0001f469\u200d\U0001f373 Bl\u00e5b\u00e6r & s\u00f8nn",
	`back\slash ` + "`tick` $HOME $(id)",
	strings.Repeat("\u00e6", 80),
}

// namedQueries are queries of every page that forms names, the name standing in place
// of NAME.
var namedQueries = []shown{
	{"one", "name=NAME&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", ValuePage()},
	{"two", pencil + "&three.name=NAME&three.acquisition_cost=1&three.basket_value=900&three.repeat_purchase_rate=0.9", ValuePage()},
	{"one", "name=NAME&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", WhatIfPage()},
	{"one", "name=NAME&" + promise, PromisePage()},
	{"programme", guests + "&one.name=NAME&one.repeat_purchase_rate_change=0.03&one.fixed_cost=10", ProgrammesPage()},
	{"shop", strings.Replace(pencilShop, "Pencil+shop", "NAME", 1), PlanPage()},
	{"kind", strings.Replace(bakery, "Regulars", "NAME", 1), PlanPage()},
	{"kinds", strings.Replace(bakery+moreKinds, "Regulars", "NAME", 1), PlanPage()},
	{"fault", "one.name=NAME&one.basket_value=x&two.name=B", ValuePage()},
}

// allowedTags are the elements that the templates have, drawings left out.
var allowedTags = regexp.MustCompile(`^(a|article|aside|b|base|body|button|caption|code|dd|data|details|div|dl|dt|footer|form|h[1-4]|head|header|html|input|label|li|link|main|meta|nav|ol|optgroup|option|output|p|script|section|select|span|strong|summary|svg|table|tbody|td|th|thead|title|tr|ul|wbr)$`)

// A name stands as text wherever it stands: it makes no element, no attribute and no
// link of its own, and can be read whole in its field.
func TestNamesStayText(t *testing.T) {
	for _, s := range namedQueries {
		plain := elementsOf(t, s, "Plain")
		for i, name := range hostile {
			l := locale.Languages()[i%len(locale.Languages())]
			page := renderedOf(t, s.page, l, strings.Replace(s.query, "NAME", url.QueryEscape(name), 1), false)
			found := false
			for _, n := range nodes(t, page) {
				drawn := n.Namespace == "svg" && n.Data != "script"
				if !drawn && !allowedTags.MatchString(n.Data) || (n.Data == "script" && !strings.HasPrefix(attribute(n, "src"), AssetFolder)) {
					t.Errorf("%s, %s: %q makes a %s", s.page.Name, s.name, name, n.Data)
				}
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
						t.Errorf("%s, %s: %q makes an attribute %s", s.page.Name, s.name, name, a.Key)
					}
				}
				found = found || (n.Data == "input" && attribute(n, "value") == name)
			}
			if s.page.Name != "promise" && !found && !strings.Contains(s.query, "x&two") {
				t.Errorf("%s, %s: no field has %q", s.page.Name, s.name, name)
			}
			if l == locale.English && !slices.Equal(elementsOf(t, s, name), plain) {
				t.Errorf("%s, %s: %q changes which elements there are", s.page.Name, s.name, name)
			}
		}
	}
}

// elementsOf are the names of the elements of the English page, without
// drawings and the places where a long address may break: how many there are depends
// on the name.
func elementsOf(t *testing.T, s shown, name string) []string {
	t.Helper()
	var all []string
	page := renderedOf(t, s.page, locale.English, strings.Replace(s.query, "NAME", url.QueryEscape(name), 1), false)
	for _, n := range nodes(t, page) {
		if n.Data != "wbr" && n.Namespace == "" {
			all = append(all, n.Data)
		}
	}
	return all
}

// Links carry a name as it is, and lead nowhere else: each is an address of this
// server, or an anchor of the page.
func TestNamesInLinks(t *testing.T) {
	for _, s := range namedQueries {
		for _, name := range hostile {
			page := renderedOf(t, s.page, locale.English, strings.Replace(s.query, "NAME", url.QueryEscape(name), 1), false)
			carried := 0
			for _, a := range nodes(t, page, "a") {
				href := attribute(a, "href")
				u, err := url.Parse(href)
				if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "#") {
					t.Errorf("%s, %s: %q makes a link to %s", s.page.Name, s.name, name, href)
					continue
				}
				for _, values := range u.Query() {
					if slices.Contains(values, name) {
						carried++
					}
				}
			}
			if carried == 0 {
				t.Errorf("%s, %s: no link carries %q", s.page.Name, s.name, name)
			}
		}
	}
}

// A permalink within the HTML that shows the answer elsewhere is whole, and so is the
// title beside it.
func TestNamesInTheFrame(t *testing.T) {
	for _, name := range hostile {
		v := viewOf(t, locale.English, "name="+url.QueryEscape(name)+"&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", false)
		frames := nodes(t, v.take().Frame, "iframe")
		if len(frames) != 1 {
			t.Fatalf("%q makes %d frames", name, len(frames))
		}
		u, err := url.Parse(attribute(frames[0], "src"))
		if err != nil || u.Host != "example.org" || u.Query().Get("name") != name || u.Query().Get("embed") != "on" || attribute(frames[0], "title") == "" {
			t.Errorf("%q: the frame shows %s", name, attribute(frames[0], "src"))
		}
	}
}
