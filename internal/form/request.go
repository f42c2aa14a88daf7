package form

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// Request is all that a page depends on.
type Request struct {
	Page          Page
	Lang          locale.Language
	Params        input.Params // of the calculator, as they came; without lang, decimal and format
	input.Dialect              // how Params have their numbers
	Fresh         bool         // Params are those of the first example, since none came
	Typed         bool         // Params were typed into the form in Lang, so they are shown as they stand
	Was           string       // the length of period that the numbers were typed for, where the form says so
	Converted     string       // that length, where the numbers were converted from it; Undo leads to the page before
	Undo          string
	Base          string // address of the server, without a slash at the end
	Release       string // which release answers; empty where that is not said
	Answer        answer.Answer
	Faults        vocabulary.Faults // where there are any there is no answer
	Charts        []Chart
	Embedded      bool // the answer alone, to be shown within another page
	// Examples are ready inputs to start from, by their names in Lang.
	Examples []Example
}

// Chart is the picture of the answer, once for each size of screen.
type Chart struct {
	Narrow bool
	SVG    []byte
}

// Example is a ready input to start from.
type Example struct {
	Title  string
	Params input.Params // canonical
}
