package form

import (
	"html/template"

	"blyant/internal/locale"
)

// pageView is a page ready to print.
type pageView struct {
	framed
	Lang               locale.Language
	Release            string
	Page               Page
	Title, Lead, About string
	Languages, Pages   []linkView
	Baseline           string
	TypedFor           string // the length of period that the numbers in the form are for
	Changed            string // says that it is another now; empty where it is not
	Questions          string // heads the form
	Heads              []headView
	Many               *manyView // nil where the form has a column for each
	Columns            int       // of the form: items side by side
	Sections, More     []sectionView
	MoreOpen           bool
	MoreFilled         string
	CanAdd, CanRemove  bool
	Add                string
	Faults             []faultView
	Wanting            bool   // all that is wrong is that something is still to be given
	FaultTitle         string // heads what is to be put right, or is still to be given
	FaultCount         string
	Answered           bool
	Story              [][]phrase
	Strip              []stripView
	Blocks             []blockView
	Schedules          []tableView
	Best               int // the schedule to unfold, -1 for none
	Notes              []noteView
	Take               takeView
	Of                 string // which customer it is about
	Onward             []onwardView
	Examples           []linkView
	Trades             []tradeView
	Beside             bool // a customer that the browser keeps can be put beside the others
	Opens              bool // and opened by itself
}

// blockView is a part of the answer: a heading with a table under it, or a
// chart, and a table to unfold.
type blockView struct {
	ID, Title, Remark string
	Lines             []lineView
	Charts            []chartView
	Table, Fold       tableView
}

// stripView is the figure that stays in sight on a telephone.
type stripView struct{ Name, Text string }

type chartView struct {
	Class string
	SVG   template.HTML
}

// noteView is a remark on the answer, Of being the part that it is about where
// there are several.
type noteView struct{ Of, Message string }
