package api

import (
	"strings"
	"sync"

	"blyant/internal/calculator"
	"blyant/internal/guide"
	"blyant/internal/input"
)

// resource is where the calculators and references are.
const resource = "/v1/"

// known holds all addresses that there are, once somebody has asked; they are no initial value
// since routes lead to handlers, and those to errors that name addresses.
var known struct {
	sync.Once
	addresses map[string]string
}

// addresses are all addresses that there are, by themselves without what people
// get wrong: /v1/lifetimevalue for /v1/lifetime-value.
func addresses() map[string]string {
	known.Do(func() { known.addresses = listAddresses() })
	return known.addresses
}

func listAddresses() map[string]string {
	all := map[string]string{}
	for _, r := range (&server{}).routes() {
		if !strings.ContainsAny(r.path, ":*") && r.path != "/swagger" {
			all[bare(r.path)] = r.path
		}
	}
	for _, calc := range calculator.All() {
		for _, f := range calc.Figures.All() {
			all[bare(calc.Path()+"/"+f.Name)] = calc.Path() + "/" + f.Name
		}
	}
	for _, name := range exampleNames() {
		all[bare("/v1/examples/"+name)] = "/v1/examples/" + name
	}
	for _, name := range guide.Names() {
		all[bare(guide.Folder+name)] = guide.Folder + name
	}
	return all
}

// bare is a path in small letters, without hyphens, underscores and the slashes
// that are too many.
func bare(path string) string {
	path = strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(path))
	return "/" + strings.Join(parts(path), "/")
}

func parts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// nearPath is the address that was probably meant by one at which there is
// nothing, empty where none is near.
func nearPath(path string) string {
	if len(path) > longestEcho {
		return ""
	}
	all := parts(path)
	for _, tried := range []string{path, resource + path, resource + strings.Join(all[min(1, len(all)):], "/")} {
		if known, found := addresses()[bare(tried)]; found && known != "/" {
			return known
		}
	}
	if len(all) > 0 && strings.EqualFold(all[0], "v1") {
		all = all[1:]
	}
	return nearAddress(all)
}

// nearAddress looks for a resource by its name, or the name that the trade has
// for its figure, and for the figure below it.
func nearAddress(all []string) string {
	if len(all) == 0 {
		return ""
	}
	var names []string
	for _, calc := range calculator.All() {
		names = append(names, underscored(calc.Name))
	}
	for _, calc := range calculator.All() {
		if near := input.Nearest(underscored(all[0]), names); near == "" || underscored(calc.Name) != near {
			continue
		}
		if len(all) == 1 {
			return calc.Path()
		}
		if figure := input.Nearest(all[1], figureNames(calc.Figures.All())); figure != "" && !strings.Contains(figure, " ") {
			return calc.Path() + "/" + figure
		}
		return calc.Path()
	}
	return ""
}

// underscored is the name of a resource as fields and figures are written.
func underscored(name string) string { return strings.ReplaceAll(name, "-", "_") }
