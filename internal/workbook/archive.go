package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sync"
	"time"
)

// archive collects the parts of a workbook by name. excelize writes them in an
// order that differs from run to run; here they are sorted.
type archive map[string]*entry

// entry is what stands in a part of the file; of a sheet what stands before its
// rows, which are written only when they are compressed, and what stands behind.
type entry struct {
	bytes.Buffer
	rows *sheet
	rest []byte
}

// Create returns a writer for a part.
func (a archive) Create(name string) (io.Writer, error) {
	a[name] = new(entry)
	return a[name], nil
}

// replace makes a part hold this and nothing else.
func (a archive) replace(name string, content []byte) {
	a[name] = &entry{Buffer: *bytes.NewBuffer(content)}
}

// writeTo writes the whole part.
func (e *entry) writeTo(w io.Writer) error {
	if _, err := w.Write(e.Bytes()); err != nil || e.rows == nil {
		return err
	}
	if err := e.rows.writeRows(w); err != nil {
		return err
	}
	_, err := w.Write(e.rest)
	return err
}

// AddFS is not used for workbooks.
func (archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close does nothing: write does the work.
func (archive) Close() error { return nil }

const contentTypes = "[Content_Types].xml"

var contentType = regexp.MustCompile(`<(?:Default|Override) [^>]*>(?:</(?:Default|Override)>)?`)

// compressors are kept: to make one takes longer than to compress a part with it.
var compressors = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // fails for unknown levels only
	return w
}}

// write compresses the parts in the order of their names, with one compressor: the
// archive closes it for each part before it begins the next.
func (a archive) write(w io.Writer) error {
	a.replace(contentTypes, sortedTypes(a[contentTypes].Bytes()))
	date, err := time.Parse(time.RFC3339, written)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	compressor := compressors.Get().(*flate.Writer)
	defer compressors.Put(compressor)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		compressor.Reset(w)
		return compressor, nil
	})
	for _, name := range slices.Sorted(maps.Keys(a)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: date})
		if err != nil {
			return err
		}
		if err := a[name].writeTo(w); err != nil {
			return err
		}
	}
	return z.Close()
}

// sortedTypes sorts the children of the list of content types, whose order means
// nothing.
func sortedTypes(content []byte) []byte {
	places := contentType.FindAllIndex(content, -1)
	if len(places) == 0 {
		return content
	}
	children := contentType.FindAll(content, -1)
	slices.SortFunc(children, bytes.Compare)
	first, last := places[0][0], places[len(places)-1][1]
	return slices.Concat(content[:first], bytes.Join(children, nil), content[last:])
}
