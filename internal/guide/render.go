package guide

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads and writes what guides are written in: CommonMark with tables.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(blocks{}, 100))), // before those of the library
)

// render makes a guide of its Markdown.
func render(name string, source []byte) Guide {
	g := Guide{Name: name, Title: name}
	document := markdown.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(addresses{}))))
	heading := ""
	for node := document.FirstChild(); node != nil; {
		next := node.NextSibling()
		switch n := node.(type) {
		case *ast.Heading:
			heading = plain(n, source)
			switch n.Level {
			case 1:
				g.Title = heading
				document.RemoveChild(document, n)
			case 2:
				g.Sections = append(g.Sections, Section{ID: id(n), Title: heading})
			}
		case *ast.Paragraph:
			if g.Lead == "" {
				g.Lead = complete(plain(n, source))
			}
		default:
			label(n, heading)
		}
		node = next
	}
	lead(document)
	var out bytes.Buffer
	if err := markdown.Renderer().Render(&out, source, document); err != nil {
		panic(err) // a buffer takes everything
	}
	g.Text = template.HTML(out.String()) // rendered from our own Markdown, whose HTML is left out
	return g
}

// plain is the text of a node without its marks, on one line.
func plain(n ast.Node, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(node ast.Node, entering bool) (ast.WalkStatus, error) { // this never fails
		if t, is := node.(*ast.Text); is && entering {
			out.Write(t.Segment.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				out.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

// complete leaves out a last sentence that only leads on to what stands below.
func complete(paragraph string) string {
	if !strings.HasSuffix(paragraph, ":") {
		return paragraph
	}
	return paragraph[:strings.LastIndex(paragraph, ". ")+1]
}

func id(n ast.Node) string {
	value, _ := n.AttributeString("id")
	bytes, _ := value.([]byte)
	return string(bytes)
}

// addresses makes the addresses of headings as GitHub does, so that a link works in
// both places: small letters, hyphens for spaces, no other marks, and a number
// after what is there already.
type addresses map[string]bool

// Generate returns the address of a heading.
func (s addresses) Generate(heading []byte, _ ast.NodeKind) []byte {
	address := addressOf(string(heading))
	unique := address
	for n := 1; s[unique]; n++ {
		unique = address + "-" + itoa(n)
	}
	s.Put([]byte(unique))
	return []byte(unique)
}

// Put notes an address that is taken.
func (s addresses) Put(address []byte) { s[string(address)] = true }
