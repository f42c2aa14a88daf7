package format

import (
	"bytes"

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
