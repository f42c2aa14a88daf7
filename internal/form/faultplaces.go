package form

import (
	"slices"
	"strings"
)

// faultAt is the message at a field: of a fault of that name, or of the shared
// parameter that stands for it.
func (v *viewer) faultAt(names ...string) string {
	var messages []string
	for _, f := range v.Faults {
		if slices.Contains(names, plainField(f.Field)) {
			messages = append(messages, v.message(f))
		}
	}
	return strings.Join(messages, " ")
}

// target is the id of the field that a fault leads to; empty where the page
// has none.
func (v *viewer) target(path string) string {
	key, name := splitField(plainField(path))
	_, bare := named(v.Page.Fields, name)
	switch {
	case len(v.entry.items) > mostItems && (!v.Page.Whole || key != "" || !v.askedOnce(name)): // shown as a table
		return ""
	case key == "" && len(v.Page.Items) > 0 && name == v.Page.Name: // there is no item at all
		return inputName(v.entry.items[0].key, "name")
	case !v.Page.shows(inputName(key, name)):
		return ""
	case v.entry.flat() || v.entry.once(name) || (bare && key == ""):
		return name
	case key == "":
		return inputName(v.entry.items[0].key, name)
	}
	return inputName(key, name)
}

// plainField leaves out the position within a list: retention_curve[2].
func plainField(path string) string {
	name, _, _ := strings.Cut(path, "[")
	return name
}

func splitField(path string) (key, name string) {
	if key, name, keyed := strings.Cut(path, "."); keyed {
		return key, name
	}
	return "", path
}
