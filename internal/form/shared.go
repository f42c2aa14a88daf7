package form

import (
	"html/template"
	"slices"
	"strings"

	"blyant/internal/calculator"
)

// sharedView is how messengers and other sites show a link to a page: the names
// are those of the Open Graph protocol.
type sharedView struct {
	Title, Description string
	Address            string // of the page, complete
	Picture            string // of its chart, complete; empty where it has none
}

// PictureWidth and PictureHeight are the size of the picture, in pixels.
func (*sharedView) PictureWidth() string  { return sharedWidth }
func (*sharedView) PictureHeight() string { return sharedHeight }

// Size of the picture, which is the one that those who show it ask for.
const (
	sharedWidth  = "1200"
	sharedHeight = "630"
)

// shared tells what the page says: its first sentences, its chart and its link.
func (v *viewer) shared(p *pageView) *sharedView {
	s := &sharedView{Title: p.Title, Description: p.About, Address: p.Take.Permalink}
	if !p.Answered {
		return s
	}
	if told := beginning(p.Story); told != "" {
		s.Description = told
	}
	if calc := calculator.At(v.resource()); calc != nil && calc.Chart != nil {
		s.Picture = v.address(v.resource(), v.canonicalParams(), "lang", string(v.Lang), "decimal", "point",
			"format", "png", "width", sharedWidth, "height", sharedHeight)
	}
	return s
}

// beginning is the start of a story without its marks.
func beginning(story [][]phrase) string {
	var said []string
	for _, sentence := range story[:min(len(story), 2)] {
		var text strings.Builder
		for _, p := range sentence {
			text.WriteString(p.Text)
		}
		said = append(said, strings.TrimSpace(text.String()))
	}
	return strings.Join(said, " ")
}

// frame is HTML that shows the answer within another page.
func (v *viewer) frame(permalink string) string {
	return `<iframe src="` + template.HTMLEscapeString(permalink+"&embed=on") + `" title="` + template.HTMLEscapeString(v.word("title")) +
		`" width="100%" height="720" loading="lazy"></iframe>`
}

// embedded is the page without what cannot be used where it is shown: sentences,
// figures and charts, nothing to unfold and no ways on.
func (v *viewer) embedded() pageView {
	p := v.page()
	for i := range p.Blocks {
		p.Blocks[i].Lines, p.Blocks[i].Fold = nil, tableView{}
	}
	p.Blocks = slices.DeleteFunc(p.Blocks, blockView.empty)
	return p
}
