package format

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"blyant/internal/answer"
)

// XML writes the body of the answer as a document without namespaces: an
// element for each name, below the root <answer resource="lifetime-value">. The
// items of a list are elements of the name that the list gives them (<row>,
// <scenario>, <note>), null is an empty element.
//
// The root is not named after the resource, since //lifetime_value would then
// find it before the figure. Every figure in the summary of a
// lifetime value is the only element of its name. Names that stand in several
// places want theirs said: //inputs/period and //row/period, //inputs/basket_value
// and //row/basket_value; in a plan, whose columns have totals, //summary/revenue;
// in a comparison //scenario[name='…']/summary/lifetime_value and
// //comparison/row[name='…']/net_difference.
//
// A Decimal without a decimal mark gets ".0": FILTERXML of Excel takes a whole
// number from 1900 to 9999 for a date. A number that counts stays whole.
func XML(a answer.Answer) []byte {
	dst := make([]byte, 0, usualSize)
	dst = append(dst, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<answer resource="`...)
	dst = appendXMLText(dst, a.Resource)
	dst = append(dst, '"', '>')
	dst = appendXMLContent(dst, a.Body)
	return append(dst, "</answer>\n"...)
}

// appendXMLContent appends what stands between the tags of a node's element.
func appendXMLContent(dst []byte, n answer.Node) []byte {
	switch n := n.(type) {
	case answer.Cell:
		return appendXMLCell(dst, n)
	case *answer.Cell:
		return appendXMLCell(dst, *n)
	case answer.Record:
		for _, m := range n {
			dst = appendXMLElement(dst, m.Name, m.Value)
		}
	case answer.List:
		for _, node := range n.Nodes {
			dst = appendXMLElement(dst, itemName(n.Item), node)
		}
	case answer.Table:
		for record := range n.Each {
			dst = appendXMLElement(dst, itemName(n.Item), n.Row(record))
		}
	}
	return dst
}

func itemName(item string) string {
	if item == "" {
		return "item"
	}
	return item
}

func appendXMLCell(dst []byte, c answer.Cell) []byte {
	switch c.Kind {
	case answer.Several:
		for i := range c.List {
			dst = appendXMLElement(dst, itemName(c.Item), &c.List[i])
		}
		return dst
	case answer.Decimal:
		start := len(dst)
		dst = c.Append(dst)
		if bytes.IndexByte(dst[start:], '.') < 0 {
			dst = append(dst, ".0"...)
		}
		return dst
	}
	return appendXMLText(dst, c.String())
}

func appendXMLElement(dst []byte, name string, n answer.Node) []byte {
	tag := name
	if !isXMLName(name) {
		tag = "member"
	}
	dst = append(dst, '<')
	dst = append(dst, tag...)
	if tag != name {
		dst = append(dst, ` name="`...)
		dst = appendXMLText(dst, name)
		dst = append(dst, '"')
	}
	if isEmpty(n) {
		return append(dst, '/', '>')
	}
	dst = append(dst, '>')
	dst = appendXMLContent(dst, n)
	dst = append(dst, '<', '/')
	dst = append(dst, tag...)
	return append(dst, '>')
}

func isEmpty(n answer.Node) bool {
	if c, ok := answer.CellOf(n); ok {
		return c.Kind == answer.Null || c.Kind == answer.Text && c.Words == "" || c.Kind == answer.Several && len(c.List) == 0
	}
	switch n := n.(type) {
	case answer.Record:
		return len(n) == 0
	case answer.List:
		return len(n.Nodes) == 0
	case answer.Table:
		for range n.Each {
			return false
		}
	}
	return true
}

// isXMLName reports whether a name may be that of an element. Names of the
// vocabulary are; a label from a request (10 years) need not be, and is then
// written as <member name="10 years">.
func isXMLName(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		digit := c >= '0' && c <= '9' || c == '-' || c == '.'
		if !letter && (!digit || i == 0) {
			return false
		}
	}
	return len(s) < 3 || !strings.EqualFold(s[:3], "xml")
}

// appendXMLText appends s as character data that may also stand in an
// attribute. White space other than the blank is written as a reference, so
// that no reader normalises it; what XML 1.0 cannot hold becomes U+FFFD.
func appendXMLText(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf && c != '<' && c != '>' && c != '&' && c != '"' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if escape := xmlEscape(r, size); escape != "" {
			dst = append(dst, s[start:i]...)
			dst = append(dst, escape...)
			start = i + size
		}
		i += size
	}
	return append(dst, s[start:]...)
}

func xmlEscape(r rune, size int) string {
	switch r {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '"':
		return "&quot;"
	case '\t':
		return "&#9;"
	case '\n':
		return "&#10;"
	case '\r':
		return "&#13;"
	case '\ufffe', '\uffff':
		return "\ufffd"
	}
	if r < ' ' || (r == utf8.RuneError && size == 1) {
		return "\ufffd"
	}
	return ""
}
