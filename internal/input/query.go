package input

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

// maxParameters bounds the parameters of one query: twenty scenarios with every
// field are well below five hundred.
const maxParameters = 2000

// Param is one parameter of a query or a form body, decoded.
type Param struct{ Name, Value string }

// Params are the parameters of a query in the order they were written.
type Params []Param

// ParseQuery splits a raw query, or a form body, into its parameters. An
// ampersand separates them, the first equals sign ends the name, a plus is a
// space. What other readers drop belongs to the value here: a raw semicolon, and
// a percent sign that two hexadecimal digits do not follow. What a name brings
// along from a cell is trimmed. A query that is not
// UTF-8 when decoded, or has too many parameters, is one fault and no
// parameters.
func ParseQuery(raw string) (Params, vocabulary.Faults) {
	if strings.Count(raw, "&") >= maxParameters {
		return nil, vocabulary.Faults{{Code: vocabulary.CodeTooMany, Reason: reasonTooManyParameters, Args: []string{strconv.Itoa(maxParameters)}}}
	}
	params := make(Params, 0, strings.Count(raw, "&")+1)
	for part := range strings.SplitSeq(raw, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		p := Param{Name: Trim(unescape(name)), Value: unescape(value)}
		if !utf8.ValidString(p.Name) {
			return nil, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: reasonNotUTF8}}
		}
		if !utf8.ValidString(p.Value) {
			return nil, vocabulary.Faults{{Field: cut(p.Name, maxFieldShown), Code: vocabulary.CodeMalformed, Reason: reasonNotUTF8}}
		}
		params = append(params, p)
	}
	return params, nil
}

// unescape decodes the escapes of a query and keeps what is none.
func unescape(s string) string {
	if !strings.ContainsAny(s, "+%") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '+':
			b.WriteByte(' ')
		case s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteByte(unhex(s[i+1])<<4 | unhex(s[i+2]))
			i += 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// Split parts the parameters with one of these names from the others, each in
// its order.
func (p Params) Split(names ...string) (taken, rest Params) {
	if !slices.ContainsFunc(p, func(param Param) bool { return slices.Contains(names, param.Name) }) {
		return nil, p
	}
	for _, param := range p {
		if slices.Contains(names, param.Name) {
			taken = append(taken, param)
		} else {
			rest = append(rest, param)
		}
	}
	return taken, rest
}

// Encode writes the parameters as a query.
func (p Params) Encode() string {
	parts := make([]string, len(p))
	for i, param := range p {
		parts[i] = url.QueryEscape(param.Name) + "=" + url.QueryEscape(param.Value)
	}
	return strings.Join(parts, "&")
}
