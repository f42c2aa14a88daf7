package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"pgregory.net/rapid"
)

// walked are the pages whose items can be added, copied and removed, with two items.
var walked = map[string]string{"value": strings.ReplaceAll(pencil, "ten.", "two."), "programmes": guests + bonusCard + party, "plan": bakery}

// textsOf are what stands in each field of an item.
func textsOf(e entry, it item) map[string]string {
	all := map[string]string{}
	for _, f := range e.page.Items {
		all[f.Name] = e.text(it, f.Name)
	}
	return all
}

// Whatever is pressed, in whatever order: there are one to four items with keys of
// their own, those that are there already keep every text, a copy has those of its
// original but for the name, and one goes on in a field that is there.
func TestButtonsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		page := rapid.SampledFrom([]Page{ValuePage(), ProgrammesPage(), PlanPage()}).Draw(t, "page")
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		p, _ := input.ParseQuery(walked[page.Name])
		for range rapid.IntRange(1, 6).Draw(t, "presses") {
			before := read(page, p)
			at := rapid.IntRange(0, len(before.items)-1).Draw(t, "at")
			do := rapid.SampledFrom([]string{"add", "copy:" + before.items[at].key, "remove:" + before.items[at].key}).Draw(t, "do")
			edited, id := Edit(page, p, do, l)
			after := read(page, edited)
			if len(after.items) < 1 || len(after.items) > mostItems {
				t.Fatalf("%s: %d items", do, len(after.items))
			}
			checkPress(t, press{before: before, after: after, do: do, at: at, id: id})
			p = edited
		}
	})
}

// press is one press of a button: what there was, what there is, and where one goes on.
type press struct {
	before, after entry
	do            string
	at            int
	id            string
}

// checkPress holds a press to what it promises.
func checkPress(t *rapid.T, p press) {
	grows := len(p.before.items) < mostItems && !strings.HasPrefix(p.do, "remove")
	shrinks := len(p.before.items) > 1 && strings.HasPrefix(p.do, "remove")
	var want []map[string]string
	for i, it := range p.before.items {
		if !shrinks || i != p.at {
			want = append(want, textsOf(p.before, it))
		}
	}
	if grows {
		like := 0
		if strings.HasPrefix(p.do, "copy") {
			like = p.at
		}
		copied := textsOf(p.before, p.before.items[like])
		copied["name"] = p.after.text(p.after.items[len(p.after.items)-1], "name")
		want = append(want, copied)
	}
	if len(p.after.items) != len(want) {
		t.Fatalf("%s: %d items, wanted %d", p.do, len(p.after.items), len(want))
	}
	for i, it := range p.after.items {
		for field, text := range textsOf(p.after, it) {
			if text != want[i][field] && (field != "name" || want[i][field] != "") {
				t.Fatalf("%s: %s of item %d is %q, wanted %q", p.do, field, i, text, want[i][field])
			}
		}
	}
	if (grows || shrinks) && !slices.ContainsFunc(p.after.items, func(it item) bool { return inputName(it.key, "name") == p.id }) {
		t.Fatalf("%s: one goes on at %q", p.do, p.id)
	}
}

// What a page asks once is the same after any button: of a plan its name and money, of
// programmes the customers they are for.
func TestButtonsLeaveWhatIsAskedOnce(t *testing.T) {
	for name, query := range walked {
		page := Pages()[slices.IndexFunc(Pages(), func(p Page) bool { return p.Name == name })]
		before := read(page, params(t, query))
		for _, do := range []string{"add", "copy:two", "remove:one", "remove:two", "add"} {
			edited, _ := Edit(page, params(t, query), do, locale.Swedish)
			after := read(page, edited)
			for _, f := range page.Fields {
				if got, want := after.common(f.Name), before.common(f.Name); got != want && (f.Name != "name" || len(after.items) > 1) {
					t.Errorf("%s, %s: %s is %q, was %q", name, do, f.Name, got, want)
				}
			}
			r := answered(t, Request{Page: page, Lang: locale.Swedish, Params: edited, Dialect: input.Dialect{Said: true}})
			if twice := slices.ContainsFunc(r.Faults, func(f vocabulary.Fault) bool { return f.Code != vocabulary.CodeConflict }); twice {
				t.Errorf("%s, %s: %v", name, do, r.Faults)
			}
		}
	}
}

// New items are named in the language and by number; the names of all are told apart,
// so that an answer says which is which.
func TestNewItemsHaveNames(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, query := range walked {
			page := Pages()[slices.IndexFunc(Pages(), func(p Page) bool { return p.Name == name })]
			for _, do := range []string{"add", "copy:one", "copy:two"} {
				edited, _ := Edit(page, params(t, query), do, l)
				e := read(page, edited)
				var names []string
				for _, it := range e.items {
					names = append(names, e.text(it, "name"))
				}
				third := names[2]
				if slices.Contains(names[:2], third) || !strings.HasSuffix(third, "3") || do == "add" && !strings.HasPrefix(third, strings.TrimSuffix(l.Page(name+".item", "n", "3"), "3")) {
					t.Errorf("%s, %s, %s: the names are %q", l, name, do, names)
				}
				if r := answered(t, Request{Page: page, Lang: l, Params: edited, Dialect: input.Dialect{Said: true}}); len(r.Faults) > 0 {
					t.Errorf("%s, %s, %s: %v", l, name, do, r.Faults)
				}
			}
		}
	}
}
