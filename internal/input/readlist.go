package input

import (
	"strconv"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// numbers reads each number of a list. Where one cannot be read the record never
// sees the list, so the others' ranges are checked here. Where the list makes
// sense in another way that way is the hint of each.
func (r reader) numbers(f vocabulary.Field, list value) (vocabulary.Value, vocabulary.Faults) {
	var unread, all vocabulary.Faults
	numbers := make([]decimal.Decimal, len(list.items))
	for i, v := range list.items {
		one := elementOf(f, i)
		x, wrong := r.element(one, v)
		unread = append(unread, wrong...)
		if len(wrong) == 0 {
			wrong = r.worded(one, v, one.Check(vocabulary.Value{Number: x}))
		}
		numbers[i], all = x, append(all, wrong...)
	}
	if len(all) == 0 {
		return vocabulary.Value{Numbers: numbers}, nil
	}
	if hint := r.listHint(f, list.text); hint != "" {
		return vocabulary.Value{}, hinting(all, unread, hint)
	}
	if len(unread) == 0 { // the record's own check reports ranges
		return vocabulary.Value{Numbers: numbers}, nil
	}
	return vocabulary.Value{}, all
}

// hinting gives the faults one hint: what cannot be read says it all.
func hinting(all, unread vocabulary.Faults, hint string) vocabulary.Faults {
	if len(unread) > 0 {
		all = unread
	}
	for i := range all {
		all[i].Hint = hint
	}
	return all
}

// elementOf is the field of one number of a list.
func elementOf(f vocabulary.Field, i int) vocabulary.Field {
	f.Name, f.Kind = elementName(f.Name, i), vocabulary.KindNumber
	return f
}

// element reads one number of a list; none may be left out.
func (r reader) element(f vocabulary.Field, v value) (decimal.Decimal, vocabulary.Faults) {
	if v.form == formAbsent {
		return decimal.Decimal{}, vocabulary.Faults{{Field: f.Name, Code: vocabulary.CodeNotANumber, Reason: reasonEmptyValue}}
	}
	return r.number(f, v)
}

// readNames reads each name of a list.
func readNames(f vocabulary.Field, list value) (vocabulary.Value, vocabulary.Faults) {
	var faults vocabulary.Faults
	names := make([]string, len(list.items))
	for i, v := range list.items {
		path := elementName(f.Name, i)
		if v.form == formAbsent {
			faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeNotAChoice, Reason: reasonEmptyValue})
			continue
		}
		text, wrong := readText(path, v)
		names[i], faults = text.Text, append(faults, wrong...)
	}
	return vocabulary.Value{Names: names}, faults
}

// elementName names the value of a list as its faults do.
func elementName(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
