// Package licences holds the licences of everything that is linked into the
// program, with their texts, as those licences ask.
package licences

import (
	"embed"
	"fmt"
	"io"
	"strings"
)

//go:generate go run ./generate

//go:embed texts/*.txt
var texts embed.FS

// Licence is that of one module, or of one part of a module that has its own.
type Licence struct {
	Module string // path and version: github.com/shopspring/decimal v1.4.0
	Text   string // whole, with its notices
}

// All returns the licences in the order of their modules.
func All() ([]Licence, error) {
	files, err := texts.ReadDir("texts")
	if err != nil {
		return nil, err
	}
	var all []Licence
	for _, f := range files {
		data, err := texts.ReadFile("texts/" + f.Name())
		if err != nil {
			return nil, err
		}
		module, text, _ := strings.Cut(string(data), "\n\n")
		all = append(all, Licence{Module: module, Text: text})
	}
	return all, nil
}

// Write writes all licences, each under the name of its module.
func Write(out io.Writer) error {
	all, err := All()
	if err != nil {
		return err
	}
	for _, l := range all {
		if _, err := fmt.Fprintf(out, "%s\n%s\n\n%s\n\n", l.Module, strings.Repeat("=", len(l.Module)), strings.TrimSpace(l.Text)); err != nil {
			return err
		}
	}
	return nil
}
