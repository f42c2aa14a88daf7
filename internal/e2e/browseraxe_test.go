//go:build e2e

package e2e

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// violation is what axe-core finds wrong with a page.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Nodes []string `json:"nodes"`
}

// isAccessible: axe-core finds nothing wrong in any language, light or dark,
// narrow or wide, with the answer, with everything unfolded, and with faults.
// BLYANT_AXE is the path of axe.min.js.
func isAccessible(t *testing.T, b *browser) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	for _, lang := range tags() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := b.tab(t, 1280)
			p.open("/?lang=" + lang)
			p.accessible(string(axe), "answer")
			p.open("/?lang=" + lang + "&a.basket_value=x&a.repeat_purchase_rate=90&b.horizon=0")
			p.accessible(string(axe), "faults")
			if lang == "nb" { // unfolding is the same in all languages
				p.open("/?lang=" + lang)
				p.unfold()
				p.accessible(string(axe), "unfolded")
			}
		})
	}
}

// accessible reports what is wrong with the page as it stands, on narrow and
// wide screens, in the light and the dark scheme.
func (p *tab) accessible(axe, state string) {
	p.Helper()
	eval[bool](p, axe+";true")
	for _, width := range []int64{320, 1280} {
		p.do(chromedp.EmulateViewport(width, 900))
		for _, scheme := range []string{"light", "dark"} {
			p.scheme(scheme)
			for _, v := range p.violations() {
				p.Errorf("%s, %s, %d px: %s (%s): %s", state, scheme, width, v.ID, v.Help, strings.Join(v.Nodes, " "))
			}
		}
	}
}

// violations runs axe-core on the page as it stands. The rules are those of
// WCAG 2.2, levels A and AA, and axe-core's own best practices.
func (p *tab) violations() []violation {
	p.Helper()
	return eval[[]violation](p, `axe.run({resultTypes: ["violations"]}).then(r => r.violations.map(v => ({
		id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 160))})))`)
}
