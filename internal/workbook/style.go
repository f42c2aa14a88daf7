package workbook

import "github.com/xuri/excelize/v2"

// look is what a cell is for.
type look uint8

const (
	lookPlain look = iota
	lookTitle
	lookIntro
	lookWarning
	lookHeader
	lookNumberHeader
	lookGroup
	lookLabel
	lookWords // long words, wrapped
	lookName  // a name to use in formulas
	lookInput
	lookFigure
	lookUnit
	lookCell  // a cell of a table
	lookTotal // a sum of a line
	lookLink
	lookFigureText
)

// style is a look and a form: one format of cells.
type style struct {
	look look
	form form
}

const (
	accent = "1F4E5F"
	soft   = "DCE8EC"
	marked = "FFF4CC"
	muted  = "5F6B70"
	alarm  = "B00020"
	edge   = "B9C6CB"
)

// style returns the number of a format in the file.
func (b *book) style(s style) int {
	if id, known := b.styles[s]; known {
		return id
	}
	x := s.look.style()
	if code := s.form.code(b.decimals, b.spare); code != "" {
		x.CustomNumFmt = &code
	}
	if s.form == formText { // a text that begins with = stays a text when it is edited
		x.NumFmt = 49
	}
	id, err := b.file.NewStyle(x)
	b.check(err)
	b.styles[s] = id
	return id
}

func (l look) style() *excelize.Style {
	x := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "center"}}
	font := &excelize.Font{Family: "Calibri", Size: 11}
	switch l {
	case lookTitle:
		font.Size, font.Bold, font.Color = 16, true, accent
	case lookIntro:
		font.Color = muted
	case lookUnit:
		font.Color = muted
		x.Alignment.Horizontal, x.Alignment.Indent = "left", 1
	case lookWarning:
		font.Bold, font.Color = true, alarm
	case lookHeader, lookNumberHeader:
		font.Bold, font.Color = true, "FFFFFF"
		x.Fill = fill(accent)
		x.Alignment.WrapText = true
		if l == lookNumberHeader {
			x.Alignment.Horizontal = "right"
		}
	case lookGroup:
		font.Bold, font.Color = true, accent
		x.Fill = fill(soft)
	case lookWords:
		font.Size, font.Color = 10, muted
		x.Alignment.WrapText, x.Alignment.Horizontal, x.Alignment.Indent = true, "left", 1
	case lookName:
		font.Family, font.Size, font.Color = "Consolas", 9, muted
	case lookInput:
		x.Fill = fill(marked)
		x.Border = box(edge)
		x.Alignment.Horizontal = "right"
		x.Protection = &excelize.Protection{Locked: false}
	case lookFigureText:
		font.Bold = true
	case lookLink:
		font.Color, font.Underline = "0563C1", "single"
	case lookTotal:
		font.Bold = true
		x.Alignment.Horizontal = "right"
		x.Border = []excelize.Border{{Type: "right", Color: edge, Style: 1}}
	case lookFigure:
		font.Bold = true
		x.Border = box(edge)
		x.Alignment.Horizontal = "right"
	}
	x.Font = font
	return x
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func box(colour string) []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return all
}
