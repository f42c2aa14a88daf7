package input

import (
	"slices"

	"blyant/model"
)

// validator is a record that checks itself. ignore names the fields whose fault
// is known already.
type validator interface {
	Validate(ignore ...string) model.Faults
}

// binder puts the values of one object, or of the parameters that belong
// together, into one record.
type binder struct {
	reader
	record model.Record
	fields []model.Field
	prefix string           // before the names of the fields, as the caller writes them
	known  func() []name    // what an unknown name may have been meant as
	given  map[string]value // the values that are there, by field
	ignore []string         // fields whose fault is known
	faults model.Faults     // found while reading; fields without the prefix
}

func newBinder(r reader, record model.Record, fields []model.Field, prefix string) *binder {
	known := func() []name { return fieldNames(fields, prefix) }
	return &binder{reader: r, record: record, fields: fields, prefix: prefix, known: known, given: map[string]value{}}
}

// field returns the binder's field of that name.
func (b *binder) field(name string) (model.Field, bool) {
	i := slices.IndexFunc(b.fields, func(f model.Field) bool { return f.Name == name })
	if i < 0 {
		return model.Field{}, false
	}
	return b.fields[i], true
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

// set reads a value into the field's place in the record.
func (b *binder) set(f model.Field, v value) {
	if v.again {
		b.given[f.Name] = v // so that no default takes its place
		b.duplicate(f.Name)
		return
	}
	if v.form == formAbsent {
		return
	}
	var faults model.Faults
	if f.Kind == model.KindNumbers || f.Kind == model.KindNames {
		v, faults = b.listed(f, v)
	}
	b.given[f.Name] = v
	if len(faults) == 0 {
		var read model.Value
		read, faults = b.read(f, v)
		if len(faults) == 0 && !model.Assign(b.record.Slot(f.Name), read) {
			faults = model.Faults{{Field: f.Name, Code: model.CodeUnknownField, Reason: reasonUnknownField, Args: []string{f.Name}}}
		}
	}
	b.refuse(f.Name, faults)
}

// refuse keeps the faults of a field.
func (b *binder) refuse(field string, faults model.Faults) {
	if len(faults) > 0 {
		b.faults = append(b.faults, faults...)
		b.ignore = append(b.ignore, field)
	}
}

// duplicate reports, once, that a field is given more than once.
func (b *binder) duplicate(field string) {
	same := func(f model.Fault) bool { return f.Field == field && f.Code == model.CodeDuplicate }
	if !slices.ContainsFunc(b.faults, same) {
		b.refuse(field, model.Faults{{Field: field, Code: model.CodeDuplicate, Reason: reasonDuplicate, Args: []string{field}}})
	}
}

// unknown reports a name that no field here has, once.
func (b *binder) unknown(v value) {
	if v.again {
		return
	}
	fault := model.Fault{Field: v.name, Code: model.CodeUnknownField, Reason: reasonUnknownField, Args: []string{cut(v.name, maxFieldShown)}}
	if *b.guesses > 0 {
		*b.guesses--
		fault.Hint = suggest(v.name, b.known())
	}
	b.faults = append(b.faults, fault)
}

// finish checks the record and returns all faults, in the order of the
// vocabulary, unknown names last.
func (b *binder) finish() model.Faults {
	byField := make([]model.Faults, len(b.fields)+1)
	for _, fault := range b.asWritten(slices.Concat(b.faults, b.validate())) {
		i := b.position(fault.Field)
		byField[i] = append(byField[i], fault)
	}
	return slices.Concat(byField...).Under(b.prefix)
}

func (b *binder) validate() model.Faults {
	if v, ok := b.record.(validator); ok {
		return v.Validate(b.ignore...)
	}
	return model.CheckRecord(b.record, b.fields, b.ignore...)
}

// position is the place of a fault's field in the vocabulary.
func (b *binder) position(path string) int {
	base := baseName(path)
	if i := slices.IndexFunc(b.fields, func(f model.Field) bool { return f.Name == base }); i >= 0 {
		return i
	}
	return len(b.fields)
}
