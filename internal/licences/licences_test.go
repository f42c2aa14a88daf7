package licences

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Every module that is linked into the program has its licence here, at its
// version, and nothing else has.
func TestEveryModuleHasItsLicence(t *testing.T) {
	command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "blyant/api/blyant")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
	slices.Sort(linked)
	linked = slices.Compact(linked)
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	var held []string
	for _, l := range all {
		if len(l.Text) < 400 || !strings.Contains(strings.ToLower(l.Text), "copyright") {
			t.Errorf("%s: no licence is this: %.200s", l.Module, l.Text)
		}
		if strings.HasPrefix(l.Module, "Go, ") || strings.HasPrefix(l.Module, "Swagger UI, ") {
			continue // no modules
		}
		held = append(held, l.Module)
	}
	slices.Sort(held)
	for _, m := range linked {
		if !slices.Contains(held, m) {
			t.Errorf("%s has none: run go generate ./internal/licences", m)
		}
	}
	for _, m := range held {
		if !slices.Contains(linked, m) {
			t.Errorf("%s is not linked", m)
		}
	}
}
