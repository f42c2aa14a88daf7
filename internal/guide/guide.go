// Package guide makes pages of the guides: it renders their Markdown, once, and
// lets their links lead to where the server has what they mean.
//
// What is rendered needs no style or script of its own, so that it may stand on
// a page with a strict Content-Security-Policy: no style attribute, and no HTML
// that the Markdown brings along. Tables and code can be scrolled by themselves,
// with a keyboard too.
package guide

import (
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"blyant/docs"
)

// Folder is the path below which guides are served, and the files they lead to.
const Folder = "/docs/"

// Guide is a page of text.
type Guide struct {
	Name     string // its address below Folder
	Title    string
	Lead     string        // its first paragraph, without marks
	Text     template.HTML // all but the title
	Sections []Section
}

// Section is a part of a guide that has an address.
type Section struct{ ID, Title string }

// Shelf is a number of guides for the same readers.
type Shelf struct {
	Name   string // key of its words
	Guides []Guide
}

// order is what stands on which shelf. A guide that is not named here stands on
// the last.
var order = []struct {
	shelf  string
	guides []string
}{
	{"shop", []string{"service", "plan", "what-if", "data", "model"}},
	{"tools", []string{"spreadsheets", "clients"}},
	{"house", []string{"operations", "performance", "decisions", "contributing", "changelog"}},
}

// Shelves returns all guides, those for shopkeepers first.
func Shelves() []Shelf { return slices.Clone(shelves()) }

// shelves renders all guides, once. They are part of the program, so one that
// cannot be read is a fault of the program, which every test meets.
var shelves = sync.OnceValue(func() []Shelf {
	names, err := fs.Glob(docs.Guides, "*.md")
	if err != nil {
		panic(err)
	}
	var all []Shelf
	for i, o := range order {
		shelf := Shelf{Name: o.shelf}
		for _, name := range o.guides {
			shelf.Guides = append(shelf.Guides, mustRender(name))
			names = slices.DeleteFunc(names, func(file string) bool { return file == name+".md" })
		}
		if i == len(order)-1 {
			for _, file := range names {
				shelf.Guides = append(shelf.Guides, mustRender(strings.TrimSuffix(file, ".md")))
			}
		}
		all = append(all, shelf)
	}
	return all
})

func mustRender(name string) Guide {
	source, err := fs.ReadFile(docs.Guides, name+".md")
	if err != nil {
		panic(err)
	}
	return render(name, source)
}

// Named returns the guide of that name; false where there is none.
func Named(name string) (Guide, bool) {
	for _, shelf := range shelves() {
		for _, g := range shelf.Guides {
			if g.Name == name {
				return g, true
			}
		}
	}
	return Guide{}, false
}

// Names are those of all guides.
func Names() []string {
	var names []string
	for _, shelf := range shelves() {
		for _, g := range shelf.Guides {
			names = append(names, g.Name)
		}
	}
	return names
}

// File returns a file that guides lead to, by its path below Folder; false where
// there is none.
func File(name string) ([]byte, bool) {
	if path.Ext(name) == ".md" {
		return nil, false
	}
	body, err := fs.ReadFile(docs.Guides, name)
	return body, err == nil
}
