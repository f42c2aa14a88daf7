package guide

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// blocks writes what is wider than a telephone so that it scrolls by itself, and
// can be reached with the keyboard for that.
type blocks struct{}

// labelled is the attribute that holds what a block is called by those who
// cannot see it: the heading above it.
const labelled = "aria-label"

// label notes the heading above a table or code.
func label(n ast.Node, heading string) {
	switch n.Kind() {
	case tables.KindTable, ast.KindFencedCodeBlock, ast.KindCodeBlock:
		if heading != "" {
			n.SetAttributeString(labelled, []byte(heading))
		}
	}
}

// RegisterFuncs takes over tables and code from the library.
func (blocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(tables.KindTable, table)
	r.Register(tables.KindTableCell, cell)
	r.Register(ast.KindFencedCodeBlock, code)
	r.Register(ast.KindCodeBlock, code)
}

// begin opens a region that scrolls.
func begin(w util.BufWriter, element string, n ast.Node) {
	_, _ = w.WriteString("<" + element + ` class="scroll" role="group" tabindex="0"`)
	html.RenderAttributes(w, n, nil)
	_ = w.WriteByte('>')
}

func table(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</table></div>\n")
		return ast.WalkContinue, nil
	}
	begin(w, "div", n)
	_, _ = w.WriteString("<table>\n")
	return ast.WalkContinue, nil
}

// cells are written by the library, but for a head that is empty: that is no head.
var cells = func() renderer.NodeRendererFunc {
	kept := keeper{}
	extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)).RegisterFuncs(kept)
	return kept[tables.KindTableCell]
}()

// keeper keeps what a renderer registers.
type keeper map[ast.NodeKind]renderer.NodeRendererFunc

// Register keeps the function of a kind.
func (k keeper) Register(kind ast.NodeKind, f renderer.NodeRendererFunc) { k[kind] = f }

func cell(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Parent().Kind() == tables.KindTableHeader && !n.HasChildren() {
		if entering {
			_, _ = w.WriteString("<td></td>\n")
		}
		return ast.WalkContinue, nil
	}
	return cells(w, source, n, entering)
}

// code writes a block as it stands.
func code(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</code></pre>\n")
		return ast.WalkContinue, nil
	}
	begin(w, "pre", n)
	_, _ = w.WriteString("<code>")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		_, _ = w.Write(util.EscapeHTML(line.Value(source)))
	}
	return ast.WalkContinue, nil
}
