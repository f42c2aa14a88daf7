package form

import (
	"slices"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// inCurrency says which currency it is where the parameters do not.
func inCurrency(p input.Params, l locale.Language) input.Params {
	if slices.ContainsFunc(p, isCurrency) {
		return p
	}
	return with(p, "currency", l.Currency())
}

// AtHome puts an example that nobody chose into the currency of the language.
func AtHome(p input.Params, l locale.Language) input.Params {
	return with(slices.DeleteFunc(slices.Clone(p), isCurrency), "currency", l.Currency())
}

func isCurrency(p input.Param) bool {
	_, name := splitField(p.Name)
	return name == "currency" && p.Value != ""
}
