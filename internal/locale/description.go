package locale

import "strings"

// description is what there is to know about a language beside its words. All
// that differs from language to language is here or in the catalogue: nothing
// else names a language.
type description struct {
	tag  Language // as BCP 47 has it; the catalogue is words/TAG.json
	same []string // other tags that are taken for it
	name string   // what its readers call it

	grouping   string // between groups of three digits
	decimal    string // decimal mark, a point or a comma
	percent    string // percent sign behind a number, with the space before it
	krone      string // what the crowns of Norway, Sweden and Denmark are written as
	currency   string // what its pages reckon in where none is chosen
	euroBefore bool   // whether it is €5 rather than 5 €

	functions ExcelFunctions // none where Excel has the English ones
	compounds []string       // its longest words in lower case, with a hyphen where they may be divided
}

// ExcelFunctions are the names that Excel gives NUMBERVALUE, WEBSERVICE,
// FILTERXML, ROUND, SUMPRODUCT and ROW in a language; a formula typed or pasted
// into it must use them.
type ExcelFunctions struct{ NumberValue, WebService, FilterXML, Round, SumProduct, Row, If string }

// EnglishFunctions are the names in English, and in every file.
var EnglishFunctions = ExcelFunctions{"NUMBERVALUE", "WEBSERVICE", "FILTERXML", "ROUND", "SUMPRODUCT", "ROW", "IF"}

const noBreakSpace = "\u00a0"

// descriptions has a row for each language, in the order in which they are
// offered. The first is the one that stands in for words that are missing.
var descriptions = []description{
	{
		tag: English, name: "English",
		grouping: ",", decimal: ".", percent: "%", krone: "kr", currency: "NOK", euroBefore: true,
	},
	{
		tag: Norwegian, same: []string{"nn", "no"}, name: "Norsk", // Norwegian is written in bokmål here
		grouping: noBreakSpace, decimal: ",", percent: noBreakSpace + "%", krone: "kr", currency: "NOK",
		functions: ExcelFunctions{"TALLVERDI", "NETTJENESTE", "FILTRERXML", "AVRUND", "SUMMERPRODUKT", "RAD", "HVIS"},
		compounds: []string{"anskaffelses-kostnad", "brutto-fortjeneste", "diskonterings-faktor", "forretnings-plan", "innmeldings-kostnad", "kalkulasjons-rente",
			"konverterings-rate", "lojalitets-program", "overlevelses-kurve", "rang-korrelasjon", "tilbake-betalings-tid"},
	},
	{
		tag: Danish, name: "Dansk",
		grouping: ".", decimal: ",", percent: noBreakSpace + "%", krone: "kr.", currency: "DKK",
		functions: ExcelFunctions{"TALVÆRDI", "WEBTJENESTE", "FILTRERXML", "AFRUND", "SUMPRODUKT", "RÆKKE", "HVIS"},
		compounds: []string{"anskaffelses-omkostning", "diskonterings-faktor", "forretnings-plan", "indmeldelses-omkostning", "kalkulations-rente", "konverterings-rate",
			"kunde-livstids-værdi", "loyalitets-program", "overlevelses-kurve", "program-omkostning", "rang-korrelation", "service-omkostning", "standard-afvigelse", "tilbage-betalings-tid"},
	},
	{
		tag: Swedish, name: "Svenska",
		grouping: noBreakSpace, decimal: ",", percent: noBreakSpace + "%", krone: "kr", currency: "SEK",
		functions: ExcelFunctions{"TALVÄRDE", "WEBBTJÄNST", "FILTRERAXML", "AVRUNDA", "PRODUKTSUMMA", "RAD", "OM"},
		compounds: []string{"anskaffnings-kostnad", "anslutnings-kostnad", "diskonterings-faktor", "konverterings-grad", "lognormal-fördelad", "lojalitets-program",
			"rang-korrelation", "standard-avvikelse", "åter-betalnings-tid"},
	},
}

// described returns the row of a language, English's where it has none.
func (l Language) described() *description {
	for i := range descriptions {
		if descriptions[i].tag == l {
			return &descriptions[i]
		}
	}
	return &descriptions[0]
}

// Name returns what the readers of the language call it.
func (l Language) Name() string { return l.described().name }

// DecimalMark returns the mark between a number's whole part and its decimals.
func (l Language) DecimalMark() string { return l.described().decimal }

// DecimalComma reports whether the decimal mark is a comma. Spreadsheets of such
// a language have one too, and put semicolons where others have commas: between
// the columns of a CSV file and the arguments of a function.
func (l Language) DecimalComma() bool { return l.DecimalMark() == "," }

// ListMark returns what stands between the values of a list, the columns of a
// CSV file and the arguments of a function: a semicolon where numbers have a
// decimal comma.
func (l Language) ListMark() string {
	if l.DecimalComma() {
		return ";"
	}
	return ","
}

// PercentSign returns the percent sign as it follows a number, with the space
// that the language puts before it.
func (l Language) PercentSign() string { return l.described().percent }

// Currency returns the code of the currency that pages in the language reckon in
// where none is chosen. Answers of the API do not go by it.
func (l Language) Currency() string { return l.described().currency }

// CurrencySign returns a currency as people write it, its code where that is
// clearer.
func (l Language) CurrencySign(code string) string {
	switch code {
	case "NOK", "SEK", "DKK":
		return l.described().krone
	case "EUR":
		return "€"
	}
	return code
}

// Money writes a canonical amount with its currency: 202,79 kr, €202.79.
func (l Language) Money(canonical, code string) string {
	sign := l.CurrencySign(code)
	if sign != "€" || !l.described().euroBefore {
		return l.Number(canonical) + noBreakSpace + sign
	}
	unsigned, negative := strings.CutPrefix(canonical, "-")
	if negative {
		return "-" + sign + l.Number(unsigned)
	}
	return sign + l.Number(unsigned)
}

// ExcelFunctions returns the names that Excel gives functions in the language;
// false where they are the English ones.
func (l Language) ExcelFunctions() (ExcelFunctions, bool) {
	f := l.described().functions
	return f, f != ExcelFunctions{}
}

// DecimalCommaTags lists the languages whose numbers have a decimal comma.
func DecimalCommaTags() []string {
	var tags []string
	for _, l := range Languages() {
		if l.DecimalComma() {
			tags = append(tags, string(l))
		}
	}
	return tags
}
