// Package chart draws the answers that have a picture: what a customer is worth
// period by period, one line for each scenario of a comparison, and the cash of
// a business plan over its customers in layers by when they came.
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
	"errors"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// ErrNone is returned for an answer that has no chart.
var ErrNone = errors.New("this answer has no chart")

// Options say how a chart is drawn. Width and Height are pixels, 100 to 2000;
// the caller checks them.
type Options struct {
	Lang          locale.Language
	Width, Height int
	Dark          bool // light lines and letters, for a dark background
	Inline        bool // SVG to stand in a page: no prolog, no background, as wide as its place
}

// pictureOf returns the picture of the answer's result.
func pictureOf(a answer.Answer, lang locale.Language) (picture, error) {
	switch r := a.Result.(type) {
	case model.Result:
		return lifetimeValue(r, lang), nil
	case model.ComparisonResult:
		return comparison(r, lang), nil
	case plan.Result:
		return businessPlan(r, lang), nil
	}
	return picture{}, ErrNone
}
