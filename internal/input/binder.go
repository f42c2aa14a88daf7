package input

import (
	"slices"
	"strings"

	"blyant/model/vocabulary"
)

// binder puts the values of one object, or of the parameters that belong
// together, into one record.
type binder struct {
	reader
	record any
	shape  Shape
	member string            // the member of the body that it is, where it is one
	base   bool              // it is the defaults of items where there are any
	bare   string            // where the one field is the whole item: its path
	prefix string            // before the names of the fields, as the caller writes them
	known  func() []name     // what an unknown name may have been meant as; nil: the binder's own fields
	given  map[string]value  // the values that are there, by field
	later  []string          // fields that are read when the others are there
	ignore []string          // fields whose fault is known
	faults vocabulary.Faults // found while reading; fields without the prefix
}

func newBinder(r reader, record any, shape Shape, prefix string) *binder {
	return &binder{reader: r, record: record, shape: shape, prefix: prefix, given: map[string]value{}}
}

// field returns the binder's field of that name.
func (b *binder) field(name string) (vocabulary.Field, bool) {
	f, known := vocabulary.FieldNamed(b.shape.Fields, name)
	return f.For(b.record), known
}

// object puts the members of a JSON object into the record.
func (b *binder) object(v value) {
	for _, m := range v.items {
		if f, ok := b.field(m.name); ok {
			b.set(f, m)
		} else {
			b.unknown(m)
		}
	}
}

// set reads a value into the field's place in the record, now or, where another
// field says what it is measured in, when that is there.
func (b *binder) set(f vocabulary.Field, v value) {
	switch {
	case v.again:
		b.given[f.Name] = v // so that no default takes its place
		b.duplicate(f.Name)
	case v.form == formAbsent:
	case f.Measured():
		b.given[f.Name] = v
		b.later = append(b.later, f.Name)
	default:
		b.put(f, v)
	}
}

// put reads a value into the field's place in the record.
func (b *binder) put(f vocabulary.Field, v value) {
	var faults vocabulary.Faults
	if f.Kind == vocabulary.KindNumbers || f.Kind == vocabulary.KindNames {
		v, faults = b.listed(f, v)
	}
	b.given[f.Name] = v
	if len(faults) == 0 {
		var read vocabulary.Value
		read, faults = b.read(f, v)
		if len(faults) == 0 {
			f.Set(b.record, read)
		}
	}
	b.refuse(f.Name, faults)
}

// refuse keeps the faults of a field.
func (b *binder) refuse(field string, faults vocabulary.Faults) {
	if len(faults) > 0 {
		b.faults = append(b.faults, faults...)
		b.ignore = append(b.ignore, field)
	}
}

// duplicate reports, once, that a field is given more than once.
func (b *binder) duplicate(field string) {
	same := func(f vocabulary.Fault) bool { return f.Field == field && f.Code == vocabulary.CodeDuplicate }
	if !slices.ContainsFunc(b.faults, same) {
		b.refuse(field, vocabulary.Faults{{Field: field, Code: vocabulary.CodeDuplicate, Reason: reasonDuplicate, Args: []string{field}}})
	}
}

// unknown reports a name that no field here has, once.
func (b *binder) unknown(v value) {
	if v.again {
		return
	}
	fault := vocabulary.Fault{Field: v.name, Code: vocabulary.CodeUnknownField, Reason: reasonUnknownField, Args: []string{cut(v.name, maxFieldShown)}}
	if *b.guesses > 0 {
		*b.guesses--
		fault.Hint = suggest(v.name, b.names())
	}
	b.faults = append(b.faults, fault)
}

// names are what an unknown name may have been meant as.
func (b *binder) names() []name {
	if b.known != nil {
		return b.known()
	}
	return fieldNames(b.shape.Fields, b.prefix)
}

// finish checks the record and returns all faults, in the order of the
// vocabulary, unknown names last.
func (b *binder) finish() vocabulary.Faults {
	for _, name := range b.later {
		if f, _ := b.field(name); !slices.Contains(b.ignore, name) { // one given twice is not read
			b.put(f, b.given[name])
		}
	}
	all := slices.Concat(b.faults, b.checked())
	if len(all) == 0 {
		return nil
	}
	byField := make([]vocabulary.Faults, len(b.shape.Fields)+1)
	for _, fault := range b.asWritten(all) {
		i := b.position(fault.Field)
		byField[i] = append(byField[i], fault)
	}
	faults := slices.Concat(byField...).Under(b.prefix)
	if b.bare != "" {
		for i := range faults {
			faults[i].Field = b.bare + strings.TrimPrefix(faults[i].Field, b.prefix+b.shape.Fields[0].Name)
		}
	}
	return faults
}

// position is the place of a fault's field in the vocabulary.
func (b *binder) position(path string) int {
	base := baseName(path)
	if i := slices.IndexFunc(b.shape.Fields, func(f vocabulary.Field) bool { return f.Name == base }); i >= 0 {
		return i
	}
	return len(b.shape.Fields)
}
