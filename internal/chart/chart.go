// Package chart draws the answers that have a picture: what a customer is worth
// period by period, one line for each scenario of a comparison, and the cash of
// a business plan over its customers in layers by when they came; and of the
// what-if calculators a tornado, a table in colours and a histogram, which are
// figures of their own kind.
//
// A chart is a picture: lines, layers and marks in the units of the model, words in the
// reader's language, nothing about size or colour. Each kind of result has a
// file that turns it into a picture; everything after that (sheet.go and what
// it uses) is common to all. Amounts are those of the schedule, already
// rounded, and are taken to float64 since a pixel needs no more.
//
// One point of the drawing library is one pixel. The same answer and options
// give the same bytes. PNG is drawn with the Liberation fonts, which are
// embedded; SVG names them and their metric equals, and fixes the width of each
// text, so that no reader's font makes labels overlap.
package chart

import (
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// Options say how a chart is drawn. Width and Height are pixels, 100 to 2000;
// the caller checks them.
type Options struct {
	Lang          locale.Language
	Width, Height int
	Scale         int  // pixels of a PNG to each side of one of Width and Height; 0 is 1
	Dark          bool // light lines and letters, for a dark background
	Inline        bool // SVG to stand in a page: no prolog, no background, as wide as its place
}

// Picture is a chart before it is drawn.
type Picture struct{ of picture }

// LifetimeValue is the picture of what a customer is worth.
func LifetimeValue(r *model.Result, lang locale.Language) Picture {
	return Picture{lifetimeValue(*r, lang)}
}

// Comparison is the picture of scenarios against one another.
func Comparison(r *model.ComparisonResult, lang locale.Language) Picture {
	return Picture{comparison(*r, lang)}
}

// Plan is the picture of a business plan.
func Plan(r *plan.Result, lang locale.Language) Picture { return Picture{businessPlan(*r, lang)} }
