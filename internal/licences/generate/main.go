// Command generate copies the licences of the modules that are linked into the
// program from where the Go tool chain keeps their sources.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// linked asks for the modules of all packages of the program, as the image has it.
var linked = []string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "blyant/api/blyant"}

// licenceFile matches the files that hold a licence or what it asks to be kept.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|authors|patents)([.-].*)?$`)

func main() {
	if err := generate("texts"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(folder string) error {
	command := exec.Command("go", linked...)
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	lines := strings.Fields(strings.ReplaceAll(string(out), "\t", "|"))
	slices.Sort(lines)
	for _, line := range slices.Compact(lines) {
		parts := strings.Split(line, "|")
		if err := copyTexts(folder, parts[0], parts[0]+" "+parts[1], parts[2]); err != nil {
			return err
		}
	}
	return parts(folder)
}

// parts are pieces that others wrote than those of the module that has them, or
// that belong to no module.
func parts(folder string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	if err := copyTexts(folder, "go", "Go, its standard library, "+runtime.Version(), strings.TrimSpace(string(root))); err != nil {
		return err
	}
	// the text of the Apache licence, as a module has it that is under the same
	apache, err := os.ReadFile(filepath.Join(folder, name("github.com/go-openapi/jsonreference")))
	if err != nil {
		return err
	}
	_, text, _ := bytes.Cut(apache, []byte("\n\n"))
	title := "Swagger UI, in github.com/swaggo/files/v2, copyright SmartBear Software Inc.\n\n"
	return os.WriteFile(filepath.Join(folder, name("swagger-ui")), append([]byte(title), text...), 0o644)
}

// copyTexts writes what a folder has of licences under the title.
func copyTexts(folder, module, title, from string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	all := bytes.NewBufferString(title + "\n\n")
	found := false
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			return err
		}
		found = true
		fmt.Fprintf(all, "%s\n", bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
	}
	if !found {
		return fmt.Errorf("%s has no licence in %s", module, from)
	}
	return os.WriteFile(filepath.Join(folder, name(module)), all.Bytes(), 0o644)
}

func name(module string) string { return strings.ReplaceAll(module, "/", "+") + ".txt" }
