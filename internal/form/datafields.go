package form

import (
	"blyant/model/vocabulary"
)

// dataField is a field of the form.
type dataField struct {
	Name, Label, Meaning, Value string
	Choices                     []choiceView
}

// Fields of the form: those that few files leave open stand under "more".
var (
	dataFields = []string{"period"}
	dataMore   = []string{"customer", "date", "amount", "currency", "decimal", "date_order"}
)

// dataChoices are the choices of a field; none of one that is typed.
var dataChoices = map[string][]string{
	"period": {"year", "quarter", "month", "week"}, "decimal": {"", "point", "comma"}, "date_order": {"", "dmy", "mdy"},
}

func (v *viewer) dataField(name, value string) dataField {
	f := dataField{Name: name, Label: v.Lang.Label(name), Meaning: v.Lang.Meaning(name), Value: value}
	if name == "decimal" { // no field of the model, and so in no vocabulary
		f.Label, f.Meaning = v.word("decimal"), v.word("decimal.meaning")
	}
	for _, c := range dataChoices[name] {
		label := v.Lang.Choice(name, c)
		if c != "" && name == "decimal" {
			label = v.word("decimal." + c)
		}
		if c == "" {
			label = v.word("found")
		}
		f.Choices = append(f.Choices, choiceView{Value: c, Label: label, Chosen: c == value})
	}
	return f
}

// dataFault leads to the field that a fault is about, else to the file.
func (v *viewer) dataFault(f vocabulary.Fault) faultView {
	view := faultView{Target: "file", Message: v.message(f)}
	for _, name := range append(dataFields, dataMore...) {
		if f.Field == name {
			view.Target, view.Label = name, v.dataField(name, "").Label
		}
	}
	return view
}
