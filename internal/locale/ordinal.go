package locale

import (
	"strconv"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// ordinalForms name the forms that CLDR knows, as the catalogues do.
var ordinalForms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// Ordinal writes the place n ≥ 0 of something in a sequence: 1st, 2nd, 3rd, 4th.
// Which numbers share an ending is a rule of CLDR, what the ending is a word; a
// form that the catalogue does not have is written as all others are.
func (l Language) Ordinal(n int64) string {
	const enough = 10_000_000 // what the rules look at, as the package says
	form := plural.Ordinal.MatchPlural(language.Make(string(l)), int(n%enough), 0, 0, 0, 0)
	template, found := l.lookup(ofText, "ordinal."+ordinalForms[form], "ordinal.other")
	if !found {
		template = "{n}"
	}
	return fillPairs(template, []string{"n", l.Number(strconv.FormatInt(n, 10))})
}
