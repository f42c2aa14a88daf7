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
type archive map[string]*bytes.Buffer

// Create returns a writer for a part.
func (a archive) Create(name string) (io.Writer, error) {
	a[name] = new(bytes.Buffer)
	return a[name], nil
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
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: date})
		if err != nil {
			return err
		}
		content := a[name].Bytes()
		if name == contentTypes {
			content = sortedTypes(content)
		}
		if _, err := part.Write(content); err != nil {
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
