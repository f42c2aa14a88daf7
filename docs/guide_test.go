package docs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// block is a fenced code block of a guide.
type block struct {
	guide    string // file, from the top of the repository
	line     int    // of the opening fence, from 1
	language string // what stands after the fence
	text     string // without the fences
}

// guides returns the blocks of every guide: the README and all pages of docs.
func guides(t *testing.T) map[string][]block {
	t.Helper()
	files, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]block{}
	for _, file := range append(files, "../README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		all[name] = blocks(name, string(text))
	}
	return all
}

// blocks takes the fenced code blocks out of a page.
func blocks(guide, text string) []block {
	var all []block
	var open *block
	for i, line := range strings.Split(text, "\n") {
		fence, fenced := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case fenced && open == nil:
			open = &block{guide: guide, line: i + 1, language: strings.TrimSpace(fence)}
		case fenced:
			all, open = append(all, *open), nil
		case open != nil:
			open.text += line + "\n"
		}
	}
	return all
}

// commands splits a shell block into its commands, each into its words, as a
// shell does that knows quotes, line ends with a backslash, comments and
// nothing else.
func commands(text string) [][]string {
	var all [][]string
	var command []string
	var word strings.Builder
	var quote rune
	started := false
	endWord := func() {
		if started {
			command = append(command, word.String())
		}
		word.Reset()
		started = false
	}
	for _, r := range strings.ReplaceAll(text, "\\\n", " ") {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, started = r, true
		case r == ' ' || r == '\t':
			endWord()
		case r == '\n':
			endWord()
			if len(command) > 0 && !strings.HasPrefix(command[0], "#") {
				all = append(all, command)
			}
			command = nil
		default:
			word.WriteRune(r)
			started = true
		}
	}
	return all
}
