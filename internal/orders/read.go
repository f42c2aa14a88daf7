package orders

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"blyant/model/purchase"
)

// defaultRows is the most rows that a file may have unless more are allowed.
const defaultRows = 1_000_000

// Read reads a file of orders. A file that cannot be read without guessing is
// refused with purchase.Faults; the report then says how far it was understood.
func Read(file io.Reader, o Options) (*purchase.Log, *Report, error) {
	r := newReader(file, o)
	if err := r.run(); err != nil {
		return nil, r.report, err
	}
	return r.log, r.report, nil
}

func newReader(file io.Reader, o Options) *reader {
	if o.MostRows == 0 {
		o.MostRows = defaultRows
	}
	return &reader{file: newDecoder(file), options: o, log: new(purchase.Log), orders: map[string]struct{}{},
		report: &Report{Decimal: o.Decimal, LeftOut: map[string]int{}, First: map[string]int{}}}
}

// run reads the file and notes how it is encoded.
func (r *reader) run() error {
	err := r.read(bufio.NewReaderSize(r.file, headerBytes))
	r.report.Encoding = r.file.name()
	return err
}

// headerBytes is how long a header may be.
const headerBytes = 1 << 16

// reader is a file being read.
type reader struct {
	file      *decoder
	either    bool // the file may be a table of customers
	options   Options
	report    *Report
	columns   columns
	log       *purchase.Log
	orders    map[string]struct{} // seen, so that further lines are merged
	customers []purchase.Customer // of a table of them; nil where it is none
	pending   []pending           // rows whose amounts wait for the decimal mark
}

// pending is a purchase whose amount has two readings so far.
type pending struct {
	customer       string
	date           purchase.Date
	amount, refund string
	row            int
}

// read goes through the header and the rows.
func (r *reader) read(in *bufio.Reader) error {
	first, err := in.Peek(headerBytes)
	if err := refusedBegin(first, err); err != nil {
		return err
	}
	if r.report.Delimiter = r.options.Delimiter; r.report.Delimiter == 0 {
		if r.report.Delimiter, err = delimiterOf(string(first)); err != nil {
			return err
		}
	}
	rows := csv.NewReader(in)
	rows.Comma, rows.ReuseRecord, rows.FieldsPerRecord = r.report.Delimiter, true, -1
	header, err := rows.Read()
	if err != nil {
		return unreadable(err, 1)
	}
	width := len(header)
	if c, is := tableOf(header, r.options); is && r.either {
		return r.table(rows, c, width)
	}
	if r.columns, err = recognise(header, r.options); err != nil {
		return err
	}
	r.report.System = r.columns.system
	for {
		fields, err := rows.Read()
		if err == io.EOF {
			return r.takePending()
		}
		if err != nil {
			return unreadable(err, r.report.Read+2)
		}
		if r.report.Read++; r.report.Read > r.options.MostRows {
			return refuse("file", "too_many", "too_many_rows", "", row(r.options.MostRows))
		}
		if err := r.row(fields, width); err != nil {
			return err
		}
	}
}

// refusedBegin refuses a file by its first bytes: one that is empty, or no text,
// or JSON.
func refusedBegin(first []byte, err error) error {
	var faults purchase.Faults
	text := strings.TrimLeft(string(first[:min(len(first), 64)]), " \t\r\n")
	switch {
	case errors.As(err, &faults):
		return err
	case text == "" && err != nil:
		return unreadable(err, 1)
	case strings.HasPrefix(text, "{") || strings.HasPrefix(text, "["):
		return refuse("file", "malformed", "json_as_rows", "Content-Type: application/json")
	}
	return nil
}

// unreadable says why a row cannot be read, without its content.
func unreadable(err error, at int) error {
	var faults purchase.Faults
	switch {
	case errors.As(err, &faults):
		return err
	case err == nil || errors.Is(err, io.EOF):
		return refuse("file", "required", "file_empty", "")
	case errors.Is(err, csv.ErrBareQuote) || errors.Is(err, csv.ErrQuote):
		return refuse("file", "malformed", "quotes", "", row(at))
	}
	return err
}
