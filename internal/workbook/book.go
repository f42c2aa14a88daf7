package workbook

import (
	"bytes"
	"io"

	"blyant/internal/answer"
	"blyant/internal/locale"

	"github.com/xuri/excelize/v2"
)

// book is a workbook being written. The first error stops it and is reported by
// bytes, so that the layout reads without error handling at every cell.
type book struct {
	file     *excelize.File
	lang     locale.Language
	decimals int // of money
	spare    int // decimals of money that are shown of figures, fewer in a plan
	title    string
	answer   answer.Answer
	sheets   []*sheet
	names    []definedName
	columns  []string // names of columns, as far as they were asked for
	styles   map[style]int
	err      error
}

func newBook(lang locale.Language, decimals int) *book {
	return &book{file: excelize.NewFile(), lang: lang, decimals: decimals, spare: decimals, styles: map[style]int{}}
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// ended says why nobody waits for the workbook any more.
func (b *book) ended() error {
	return b.answer.Ended()
}

// text returns words of the interface, with places filled as pairs say.
func (b *book) text(key string, pairs ...string) string {
	return b.lang.TextWith("workbook."+key, pairs...)
}

// sheet adds a sheet. The name is made one that spreadsheets allow.
func (b *book) sheet(name string) *sheet {
	b.check(b.ended())
	s := &sheet{book: b, name: b.uniqueName(name)}
	if len(b.sheets) == 0 {
		b.check(b.file.SetSheetName("Sheet1", s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.check(err)
	}
	b.sheets = append(b.sheets, s)
	return s
}

// part adds a sheet that the start sheet tells of, called as its kind is unless a
// title is given.
func (b *book) part(kind, title string) *sheet {
	if title == "" {
		title = b.text("sheet." + kind)
	}
	s := b.sheet(title)
	s.about = kind
	return s
}

// define gives cells a name: the whole workbook's where scope is nil.
func (b *book) define(scope *sheet, name, refersTo string) {
	b.names = append(b.names, definedName{name, refersTo, scope})
}

// bytes finishes the sheets and returns the file.
func (b *book) bytes() ([]byte, error) {
	defer func() { _ = b.file.Close() }()
	b.properties()
	for _, s := range b.sheets {
		b.check(b.ended())
		s.finish()
	}
	if b.err != nil {
		return nil, b.err
	}
	parts := archive{}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return parts })
	if _, err := b.file.WriteTo(io.Discard); err != nil {
		return nil, err
	}
	if err := parts.complete(b); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := parts.write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
