package guide

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// own is the server as the guides call it.
const own = "http://127.0.0.1:8080"

// lead lets all links of a guide lead to where the server has what they mean.
func lead(document ast.Node) {
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) { // this never fails
		if link, is := node.(*ast.Link); is && entering {
			link.Destination = []byte(Target(string(link.Destination)))
		}
		return ast.WalkContinue, nil
	})
}

// Target is the address on the server of what a guide leads to: another guide, a
// file beside it, a page. What lies outside of the guides, such as the README,
// is met at the list of them.
func Target(destination string) string {
	if rest, is := strings.CutPrefix(destination, own); is {
		return "/" + strings.TrimPrefix(rest, "/")
	}
	if strings.HasPrefix(destination, "#") || strings.HasPrefix(destination, "/") || strings.Contains(destination, ":") {
		return destination
	}
	file, fragment, within := strings.Cut(destination, "#")
	file = path.Clean(file)
	name, isGuide := strings.CutSuffix(file, ".md")
	switch {
	case strings.HasPrefix(file, "../"):
		return Folder
	case !isGuide:
		return Folder + file
	case within:
		return Folder + name + "#" + fragment
	}
	return Folder + name
}

// addressOf is a heading as a part of an address.
func addressOf(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(heading))
}

func itoa(n int) string { return strconv.Itoa(n) }
