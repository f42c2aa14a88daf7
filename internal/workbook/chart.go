package workbook

import "github.com/xuri/excelize/v2"

// placedChart is a chart and the cell its corner stands in.
type placedChart struct {
	at    string
	chart *excelize.Chart
}

// Colours that are told apart by colour-blind readers too (Okabe and Ito, 2008).
var lineColours = []string{"0072B2", "D55E00", "000000", "E69F00", "CC79A7", "009E73", "56B4E9"}

// series is one line of a chart: where its name, periods and values stand.
type series struct{ name, periods, values string }

// lines places a chart of cumulative present values by period. The periods'
// axis crosses at zero, where a customer neither gains nor loses.
func (s *sheet) drawLines(at, title, axis, alternative string, lines []series) {
	font := excelize.Font{Size: 9, Color: muted}
	chart := &excelize.Chart{
		Type:         excelize.Line,
		Title:        excelize.ChartTitle{Paragraph: run(title, 13, true)},
		Legend:       excelize.ChartLegend{Position: "bottom"},
		Dimension:    excelize.ChartDimension{Width: 860, Height: chartHeight},
		Format:       excelize.GraphicOptions{AltText: alternative},
		ShowBlanksAs: "gap",
		XAxis: excelize.ChartAxis{Font: font, TickLabelPosition: excelize.ChartTickLabelLow, Title: excelize.ChartTitle{Paragraph: run(axis, 10, false)},
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		YAxis: excelize.ChartAxis{Font: font, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
	}
	if len(lines) == 1 {
		chart.Legend.Position = "none"
	}
	for i, l := range lines {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: l.name, Categories: l.periods, Values: l.values, Fill: fill(lineColours[i%len(lineColours)]),
			Line:   excelize.LineOptions{Type: excelize.LineSolid, Width: 2.25, Dash: dash(i)},
			Marker: excelize.ChartMarker{Symbol: "none"},
		})
	}
	s.charts = append(s.charts, placedChart{at, chart})
}

// A chart covers so many points, and so many rows of a sheet.
const (
	chartHeight = 380
	chartRows   = 22
)

// dash tells lines apart without colour, and those that share a colour too: there
// are no more than 28 of both.
func dash(i int) excelize.LineDashType {
	return []excelize.LineDashType{excelize.LineDashSolid, excelize.LineDashDash, excelize.LineDashDot, excelize.LineDashLgDashDot}[i%4]
}

func run(text string, size float64, bold bool) []excelize.RichTextRun {
	return []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: size, Bold: bold, Color: "333333"}}}
}
