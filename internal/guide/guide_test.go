package guide

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/docs"
)

// eachGuide calls look with every guide.
func eachGuide(t *testing.T, look func(Guide)) {
	t.Helper()
	for _, shelf := range Shelves() {
		for _, g := range shelf.Guides {
			look(g)
		}
	}
}

// Every guide in the folder stands on a shelf, once, and says what it is.
func TestEveryGuideIsThere(t *testing.T) {
	files, err := fs.Glob(docs.Guides, "*.md")
	if err != nil || len(files) < 12 {
		t.Fatal(files, err)
	}
	names := Names()
	for i, file := range files {
		files[i] = strings.TrimSuffix(file, ".md")
	}
	if sorted := slices.Sorted(slices.Values(names)); !slices.Equal(sorted, files) {
		t.Errorf("there are %v, of the files %v", sorted, files)
	}
	eachGuide(t, func(g Guide) {
		if found, known := Named(g.Name); !known || found.Title == g.Name || found.Title == "" || found.Lead == "" || len(found.Sections) < 2 {
			t.Errorf("%s: %+v", g.Name, found.Sections)
		}
		if strings.Contains(string(g.Text), "<h1") {
			t.Errorf("%s: its title stands twice", g.Name)
		}
	})
	if _, known := Named("nowhere"); known {
		t.Error("a guide from nowhere")
	}
}

var (
	links = regexp.MustCompile(`<a href="([^"]*)"`)
	ids   = regexp.MustCompile(` id="([^"]*)"`)
)

// All links lead to a guide, a heading that it has, a file, a page, or elsewhere.
func TestLinksLeadSomewhere(t *testing.T) {
	pages := map[string]bool{"/": true, "/data": true, "/plan": true, "/what-if": true, "/service-promise": true, "/programmes": true, Folder: true}
	headings := map[string]bool{}
	eachGuide(t, func(g Guide) {
		for _, id := range ids.FindAllStringSubmatch(string(g.Text), -1) {
			if headings[g.Name+"#"+id[1]] {
				t.Errorf("%s has two headings %s", g.Name, id[1])
			}
			headings[g.Name+"#"+id[1]] = true
		}
	})
	seen := 0
	eachGuide(t, func(g Guide) {
		for _, link := range links.FindAllStringSubmatch(string(g.Text), -1) {
			seen++
			target, fragment, within := strings.Cut(link[1], "#")
			name := strings.TrimPrefix(target, Folder)
			if target == "" {
				name = g.Name
			}
			_, isGuide := Named(name)
			_, isFile := File(name)
			switch {
			case within && !headings[name+"#"+fragment]:
				t.Errorf("%s: there is no %s", g.Name, link[1])
			case !isGuide && !isFile && !pages[target] && !strings.HasPrefix(target, "https://"):
				t.Errorf("%s leads to %s", g.Name, link[1])
			}
		}
	})
	if seen < 40 {
		t.Errorf("only %d links were seen", seen)
	}
}

func TestTarget(t *testing.T) {
	for from, want := range map[string]string{
		"plan.md": "/docs/plan", "plan.md#customers-who-talk": "/docs/plan#customers-who-talk", "#here": "#here", "./plan.md": "/docs/plan",
		"../README.md": "/docs/", "../README.md#start": "/docs/", "../LICENSE": "/docs/", "deploy/nginx.conf": "/docs/deploy/nginx.conf",
		"http://127.0.0.1:8080/data": "/data", "http://127.0.0.1:8080": "/", "https://example.org/x.md": "https://example.org/x.md", "/plan": "/plan",
	} {
		if got := Target(from); got != want {
			t.Errorf("%s leads to %s, want %s", from, got, want)
		}
	}
}

// What is rendered may stand under a strict policy, and is never wider than it
// can be scrolled.
func TestTextIsHarmless(t *testing.T) {
	eachGuide(t, func(g Guide) {
		text := string(g.Text)
		if found := regexp.MustCompile(`(?i)<[^>]* (style|on[a-z]+)=|<(script|style|iframe|img)`).FindString(text); found != "" {
			t.Errorf("%s has %s", g.Name, found)
		}
		if n, all := strings.Count(text, `<pre class="scroll" role="group" tabindex="0"`), strings.Count(text, "<pre"); n != all {
			t.Errorf("%s: %d of %d blocks of code scroll", g.Name, n, all)
		}
		if n, all := strings.Count(text, `<div class="scroll" role="group" tabindex="0" aria-label="`), strings.Count(text, "<table"); n != all {
			t.Errorf("%s: %d of %d tables scroll", g.Name, n, all)
		}
		for _, element := range []string{"table", "tbody", "pre", "code", "div", "p", "ul"} {
			if begun, ended := regexp.MustCompile("<"+element+"[ >]").FindAllString(text, -1), strings.Count(text, "</"+element+">"); len(begun) != ended {
				t.Errorf("%s: %d <%s> are begun, %d ended", g.Name, len(begun), element, ended)
			}
		}
	})
}

func TestRender(t *testing.T) {
	g := render("x", []byte("# A *title*\n\nThe `first`\nparagraph.\n\n## What if? Rates, 1–2\n\n## What if? Rates, 1–2\n\n| | n |\n|---|---:|\n| a < b | 1 |\n\n<b>raw</b>\n\n```sh\ncurl 'a&b' <c>\n```\n"))
	if g.Title != "A title" || g.Lead != "The first paragraph." {
		t.Errorf("%q: %q", g.Title, g.Lead)
	}
	if want := []Section{{"what-if-rates-12", "What if? Rates, 1–2"}, {"what-if-rates-12-1", "What if? Rates, 1–2"}}; !slices.Equal(g.Sections, want) {
		t.Errorf("%v", g.Sections)
	}
	for _, want := range []string{
		`<h2 id="what-if-rates-12-1">`, `<div class="scroll" role="group" tabindex="0" aria-label="What if? Rates, 1–2"><table>`, "<td></td>", `<th align="right">n</th>`,
		"<td>a &lt; b</td>", "<code>curl 'a&amp;b' &lt;c&gt;\n</code></pre>",
	} {
		if !strings.Contains(string(g.Text), want) {
			t.Errorf("no %s in\n%s", want, g.Text)
		}
	}
	if strings.Contains(string(g.Text), "<b>") {
		t.Errorf("raw HTML is passed on:\n%s", g.Text)
	}
}

func TestFile(t *testing.T) {
	if body, found := File("snippets/lambda.txt"); !found || len(body) == 0 {
		t.Error("no snippet")
	}
	for _, name := range []string{"plan.md", "", "snippets", "../go.mod", "snippets/nowhere", "docs.go", "/snippets/lambda.txt"} {
		if _, found := File(name); found {
			t.Errorf("%q is given", name)
		}
	}
}
