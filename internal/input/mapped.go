package input

import (
	"slices"
	"strings"

	"blyant/model/vocabulary"
)

// Compact says how a text stands for an object of a map, as in
// triangular:0.8,0.9,0.95: the field that the word before the colon sets, and
// the fields that the numbers after it set where that word is given.
type Compact struct {
	Word   string
	Values func(word string) []string
}

// MapOf is a member that is an object of objects, each under one of some names.
// In a query NAME.KEY is a text that stands for one. add returns a new object of
// the record for a name.
func MapOf[R any](name string, keys []string, shape Shape, text Compact, add func(r *R, key string) any) Member {
	return Member{Name: name, Form: Map, Shape: shape, Keys: keys, Text: text, Most: len(keys),
		place: func(record any, key string) any { return add(record.(*R), key) }}
}

// mapped is a map being read.
type mapped struct {
	request *request
	member  Member
	seen    map[string]bool
	objects []*binder
	faults  vocabulary.Faults
}

func (q *request) mapOf(member string) *mapped {
	i := slices.IndexFunc(q.maps, func(m *mapped) bool { return m.member.Name == member })
	if i < 0 {
		return nil
	}
	return q.maps[i]
}

// object reads a map of a JSON body: an object of objects, or of texts.
func (m *mapped) object(v value) {
	switch {
	case v.again:
		m.request.root.duplicate(v.name)
	case v.form == formAbsent:
	case v.form != formObject:
		m.request.expected(v.name, reasonObjectExpected, v)
	default:
		for _, item := range v.items {
			m.item(item)
		}
	}
}

// item reads one object of a JSON body.
func (m *mapped) item(v value) {
	path := m.member.Name + "." + v.name
	switch {
	case v.form == formAbsent:
	case v.form == formText:
		m.text(v.name, v)
	case v.form != formObject:
		m.request.expected(path, reasonObjectExpected, v)
	default:
		if b := m.begin(v.name, v.again); b != nil {
			b.object(v)
		}
	}
}

// begin starts an object; nil where its name is not known or was there before.
func (m *mapped) begin(key string, again bool) *binder {
	path := m.member.Name + "." + key
	switch {
	case again || m.seen[key]:
		if !m.seen["again."+key] {
			m.faults = append(m.faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeDuplicate, Reason: reasonDuplicate, Args: []string{path}})
		}
		m.seen["again."+key] = true
		return nil
	case !slices.Contains(m.member.Keys, key):
		fault := vocabulary.Fault{Field: path, Code: vocabulary.CodeUnknownField, Reason: reasonUnknownField, Args: []string{cut(path, maxFieldShown)}}
		if near := Nearest(key, m.member.Keys); near != "" {
			fault.Hint = m.member.Name + "." + near
		}
		m.faults = append(m.faults, fault)
		m.seen[key] = true
		return nil
	}
	m.seen[key] = true
	b := newBinder(m.request.reader, m.member.place(m.request.record, key), m.member.Shape, path+".")
	m.objects = append(m.objects, b)
	return b
}

// text reads an object that is written as a text.
func (m *mapped) text(key string, v value) {
	if v.form == formAbsent {
		return
	}
	b := m.begin(key, v.again)
	if b == nil {
		return
	}
	word, rest, _ := strings.Cut(v.text, ":")
	word = strings.TrimSpace(word)
	if f, ok := b.field(m.member.Text.Word); ok {
		b.set(f, textValue(word))
	}
	fields := m.member.Text.Values(word)
	if fields == nil {
		return // the word is no choice, which is a fault already
	}
	r := m.request.reader
	values := strings.Split(rest, r.separator())
	if len(values) != len(fields) {
		m.wrongForm(b, key, word, fields, v)
		return
	}
	for i, name := range fields {
		if f, ok := b.field(name); ok {
			b.set(f, textValue(strings.TrimSpace(values[i])))
		}
	}
}

// wrongForm reports a text with more or fewer numbers than its word asks for.
// What its fields lack follows from that and is not reported.
func (m *mapped) wrongForm(b *binder, key, word string, fields []string, v value) {
	form := word + ":" + strings.Join(fields, m.request.separator())
	m.faults = append(m.faults, vocabulary.Fault{Field: m.member.Name + "." + key, Code: vocabulary.CodeNotANumber, Reason: reasonCompactForm,
		Args: []string{v.shown(), form}, Hint: form, Value: v.shown()})
	b.ignore = append(b.ignore, fields...)
}
