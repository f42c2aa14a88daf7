// Package calculator describes the calculators: what each asks, computes,
// answers and offers, one short file each, and the list of all (All). Routes,
// documents, vocabulary, examples, pages and tests walk that list; nothing else
// knows a calculator by name.
package calculator

import (
	"context"
	"time"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/internal/workbook"
)

// Calculator is a resource that computes.
type Calculator struct {
	Name     string           // below /v1/, and the key of its words
	Request  input.Shape      // what it asks
	Sections []answer.Section // what it answers
	Tables   []answer.Section // of that, the tables; the first is what csv and tsv give unless told
	Figures  Addressed        // figures with addresses of their own: /v1/NAME/{figure}

	RowsMeaning string // what a body of rows holds; empty where there is none
	RowsExample string // one

	Limits Limits // where they are not those of every resource

	Page        string // where its page is served; empty where it has none
	WithoutPage string // why it has none

	Chart func(a answer.Answer, l locale.Language) chart.Picture   // nil where it has no picture
	Book  func(a answer.Answer, l locale.Language) ([]byte, error) // nil where its workbook holds values only

	fresh       func() any        // a request to read into
	clear       func(request any) // makes it empty again
	freshResult func() any        // a result to work into
	figureShape input.Shape       // of a request for one figure
	// wide are tables whose columns differ from answer to answer; may be nil.
	wide func(result any, l locale.Language) []answer.Table
	// work is the pure function; the title names what the answer is about.
	work func(ctx context.Context, request any) (result any, title string, err error)
	// effort estimates the work before it begins; nil where nobody has measured it.
	effort func(request any) effort
	// brief works out a result as far as figures with addresses go; nil where
	// that is all the work. Where figures are too large it returns both the
	// result, in which they are null, and the faults.
	brief func(ctx context.Context, request any) (result any, err error)
	// into does the same into a result that is there; nil where nobody asks for
	// so many that it matters. It checks the request as its shape does.
	into func(request, result any) error
	// again takes back a request and its result, which nobody uses any more, for
	// those that come; nil where their memory is little.
	again func(request, result any)
}

// Limits are what a calculator of long requests allows beyond what every
// resource does; zero is nothing more.
type Limits struct {
	Body     int64         // bytes of a body
	Deadline time.Duration // of a request
	PostOnly bool          // it has no GET: its requests have no room in an address
}

// rowsLimits are those of requests that hold rows, a million at the most.
var rowsLimits = Limits{Body: 64 << 20, Deadline: 2 * time.Minute, PostOnly: true}

// MostRows is how many rows a request may hold.
const MostRows = 1_000_000

// Path is the address of the calculator.
func (c *Calculator) Path() string { return "/v1/" + c.Name }

// Media are the formats of its answers, the preferred one first.
func (c *Calculator) Media() []string {
	media := []string{option.JSON, option.CSV, option.TSV, option.XML, option.XLSX}
	if c.Chart != nil {
		media = append(media, option.PNG, option.SVG)
	}
	if c.Page != "" {
		media = append(media, option.HTML)
	}
	return media
}

// NewRequest returns an empty request, to be read into.
func (c *Calculator) NewRequest() any { return c.fresh() }

// Outline computes the answer to a request, in the words of the language, as far
// as a format needs it that goes by its sections; Whole is the rest. The error is of
// type vocabulary.Faults, or the context's where it ends first.
func (c *Calculator) Outline(ctx context.Context, request any, lang locale.Language) (answer.Answer, error) {
	result, title, err := c.work(ctx, request)
	if err != nil {
		return answer.Answer{}, err
	}
	a := answer.Answer{Resource: c.Name, Title: title, Result: result, Sections: c.Sections, Flat: c.Tables, Lang: lang, Until: ctx}
	if c.wide != nil {
		a.Wide = func() []answer.Table { return c.wide(result, lang) }
	}
	return a, nil
}

// Answer computes the whole answer to a request, likewise.
func (c *Calculator) Answer(ctx context.Context, request any, lang locale.Language) (answer.Answer, error) {
	a, err := c.Outline(ctx, request, lang)
	if err != nil {
		return a, err
	}
	return a.Whole(), nil
}

// Recycle gives the memory of a request and of an answer, which nobody uses any
// more, to those that come; nobody has to call it.
func (c *Calculator) Recycle(request any, a answer.Answer) {
	if c.again != nil {
		c.again(request, a.Result)
	}
}

// Workbook writes the answer as a workbook.
func (c *Calculator) Workbook(a answer.Answer, lang locale.Language) ([]byte, error) {
	if c.Book == nil {
		return workbook.Tables(a, lang)
	}
	return c.Book(a, lang)
}
