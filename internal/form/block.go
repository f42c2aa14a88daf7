package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// sheet is a spreadsheet as it takes what is pasted into it.
type sheet struct {
	locale.ExcelFunctions
	decimal, separator string
	most               int // rows that a new sheet has
}

// block writes a customer as lines to paste into an empty sheet: labels and
// values, and below them figures as formulas of those cells, so that the sheet is
// its owner's from then on.
type block struct {
	sheet
	lang  locale.Language
	lines []string
	at    map[string]string // cells of values by the names of their fields
	curve *curveCells       // nil where there is one rate
	over  int               // rows that sums go over
}

// curveCells is where a curve stands, and what follows on it.
type curveCells struct {
	left  string // the shares that are left, from the first period on
	first string // the first of them
	last  string // the last of them
	rate  string // the rate that repeats
	rates int    // how many rates
}

// Rows that the sums of a block go over; a longer horizon has none, which is an
// error in its cell rather than a figure that is too small.
var blockRows = []int{600, 1000, model.MostPeriods}

// longestCurve is the longest curve that is written out.
const longestCurve = 60

// blockFields are always in a block; the others where they are given.
var blockFields = []string{
	"basket_value", "basket_growth_rate", "margin_rate", "orders_per_period", "repeat_purchase_rate", "service_cost_per_order", "annual_discount_rate", "horizon",
}

// block is what a page is about for a spreadsheet; empty where it is too large for
// one.
func (v *viewer) block(p part, name string, to sheet) string {
	b := block{sheet: to, lang: v.Lang, at: map[string]string{}}
	if b.over = b.rows(p); b.over == 0 || !v.Page.paste(v, &b, p, name) {
		return ""
	}
	return strings.Join(b.lines, "\n")
}

// pasteCustomer writes a customer and what one is worth.
func (v *viewer) pasteCustomer(b *block, p part, name string) bool {
	if !b.inputs(p, name) {
		return false
	}
	b.figures(p)
	return true
}

// rows is how many rows the sums go over; 0 where the sheet has too few.
func (b *block) rows(p part) int {
	n := int(number(cell(p.scenario, "horizon")).IntPart())
	i := slices.IndexFunc(blockRows, func(rows int) bool { return n <= rows })
	if i < 0 || n > b.most {
		return 0
	}
	return blockRows[i]
}

// put writes a line and returns the cell of its value.
func (b *block) put(label, value string) string {
	b.lines = append(b.lines, plainText(label)+"\t"+value)
	return "$B$" + strconv.Itoa(len(b.lines))
}

// plainText is a text as a cell takes it, never a formula.
func plainText(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text != "" && strings.ContainsAny(text[:1], "=+-@") {
		return "'" + text
	}
	return text
}

// digits writes a canonical number with the marks of the sheet.
func (b *block) digits(canonical string) string {
	share, percent := strings.CutSuffix(canonical, "%")
	if percent {
		d, err := decimal.NewFromString(share)
		if err == nil {
			canonical = answer.Digits(d.Shift(-2))
		}
	}
	return strings.Replace(canonical, ".", b.decimal, 1)
}
