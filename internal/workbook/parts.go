package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
)

// Parts of the file that excelize writes in a form that some programs do not
// read, or slowly, are written here.

// definedName is a name for cells: of one sheet, or of the whole workbook.
type definedName struct {
	name, refersTo string
	scope          *sheet
}

const propertiesPart, workbookPart = "docProps/core.xml", "xl/workbook.xml"

// complete puts into the parts what excelize has not been given: the cells, the
// names, and the document's properties.
func (a archive) complete(b *book) error {
	for i, s := range b.sheets {
		if err := b.ended(); err != nil {
			return err
		}
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		whole, err := s.part(a[name].Bytes())
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		a[name] = whole
	}
	a.replace(workbookPart, bytes.Replace(a[workbookPart].Bytes(), []byte("</sheets>"), append([]byte("</sheets>"), b.definedNames()...), 1))
	a.replace(propertiesPart, b.coreProperties())
	return nil
}

var (
	rootElement = regexp.MustCompile(`<worksheet [^>]*>`)
	extent      = regexp.MustCompile(`<dimension [^>]*>(?:</dimension>)?`)
	emptyRows   = regexp.MustCompile(`<sheetData>.*</sheetData>|<sheetData/>`)
	mainSpaces  = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`
)

// part returns the sheet's part with its cells, the true extent of them, and the
// two name spaces that it uses.
func (s *sheet) part(empty []byte) (*entry, error) {
	rows := emptyRows.FindIndex(empty)
	if rows == nil {
		return nil, fmt.Errorf("no place for the rows of %q", s.name)
	}
	head := rootElement.ReplaceAllLiteral(empty[:rows[0]], []byte(mainSpaces))
	dimension := []byte(`<dimension ref="` + s.used() + `"></dimension>`)
	if extent.Match(head) {
		head = extent.ReplaceAllLiteral(head, dimension)
	} else { // it stands after the properties of the sheet
		at := bytes.Index(head, []byte("<sheetViews>"))
		if at < 0 {
			return nil, fmt.Errorf("no place for the extent of %q", s.name)
		}
		head = slices.Insert(head, at, dimension...)
	}
	return &entry{Buffer: *bytes.NewBuffer(head), rows: s, rest: empty[rows[1]:]}, nil
}

// definedNames writes all names in one go; excelize compares each with all
// others.
func (b *book) definedNames() []byte {
	if len(b.names) == 0 {
		return nil
	}
	dst := []byte("<definedNames>")
	for _, n := range b.names {
		dst = append(dst, `<definedName name="`...)
		dst = append(appendEscaped(dst, n.name), '"')
		if n.scope != nil {
			dst = fmt.Appendf(dst, ` localSheetId="%d"`, slices.Index(b.sheets, n.scope))
		}
		dst = append(appendEscaped(append(dst, '>'), n.refersTo), "</definedName>"...)
	}
	return append(dst, "</definedNames>"...)
}

// coreProperties are the document's properties, each element with the prefix
// that readers look for.
func (b *book) coreProperties() []byte {
	dst := []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [][2]string{
		{"dc:title", b.title}, {"dc:subject", b.text("property.subject")}, {"dc:creator", producer}, {"cp:lastModifiedBy", producer},
		{"dc:language", string(b.lang)},
	} {
		dst = append(append(append(dst, '<'), p[0]...), '>')
		dst = append(append(append(appendEscaped(dst, p[1]), "</"...), p[0]...), '>')
	}
	for _, name := range []string{"created", "modified"} {
		dst = fmt.Appendf(dst, `<dcterms:%s xsi:type="dcterms:W3CDTF">%s</dcterms:%s>`, name, written, name)
	}
	return append(dst, "</cp:coreProperties>"...)
}
