package input

import (
	"slices"

	"blyant/model/vocabulary"
)

// OneNamed is a member that is an object, kept where a record of type R says. In
// a query its fields have its name before them: x.from.
func OneNamed[R any](name string, shape Shape, at func(*R) any) Member {
	m := One(name, shape, at)
	m.Form = Named
	return m
}

// prefixed are the names of a query that have the name of a member before them.
func (q *request) prefixed() []name {
	var names []name
	for _, b := range q.named {
		names = append(names, fieldNames(b.shape.Fields, b.prefix)...)
	}
	return names
}

// namedParam puts a parameter into the member of that name; false where there is
// none.
func (q *request) namedParam(member, field string, v value) bool {
	if m := q.mapOf(member); m != nil {
		m.text(field, v)
		return true
	}
	i := slices.IndexFunc(q.named, func(b *binder) bool { return b.member == member })
	if i < 0 {
		return false
	}
	if f, ok := q.named[i].field(field); ok {
		q.named[i].set(f, v)
	} else {
		v.name = field
		q.named[i].unknown(v)
	}
	return true
}

// finishNamed checks the members with names before their fields, and lets the
// request know which fields' faults are known.
func (q *request) finishNamed() vocabulary.Faults {
	var faults vocabulary.Faults
	all := slices.Clone(q.named)
	for _, m := range q.maps {
		if len(m.faults) > 0 {
			q.root.ignore = append(q.root.ignore, m.member.Name)
		}
		faults = append(faults, m.faults...)
		all = append(all, m.objects...)
	}
	for _, b := range all {
		found := b.finish()
		for _, fault := range found {
			q.root.ignore = append(q.root.ignore, baseName(fault.Field))
		}
		faults = append(faults, found...)
	}
	return faults
}
