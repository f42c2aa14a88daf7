package orders

import "slices"

// Headings of columns in Norwegian, Danish and Swedish, as shops write them in a
// file of their own. Each is a translation of the English name; where two columns
// of a file have one, nobody can tell which is meant, and the file is refused with
// a hint.
var headings = map[string][]string{
	"customer": {"kunde", "kund", "kundenr", "kundenr.", "kundenummer", "kundnr", "kundnr.", "kundnummer", "kunde-id", "kundeid", "kund-id", "kundid",
		"e-post", "epost", "e-postadresse", "e-postadress", "e-mail", "e-mailadresse", "email", "medlem", "medlemsnr", "medlemsnummer"},
	"date": {"dato", "datum", "ordredato", "ordre dato", "orderdatum", "kjøpsdato", "købsdato", "inköpsdatum", "köpdatum", "bestillingsdato", "beställningsdatum", "fakturadato", "fakturadatum"},
	"amount": {"beløp", "beløb", "belopp", "sum", "summa", "totalt", "totalbeløp", "totalbeløb", "totalbelopp",
		"ordresum", "ordersumma", "ordrebeløp", "ordrebeløb", "orderbelopp"},
	"currency": {"valuta"},

	columnPeriod: {"periode"}, // in Swedish as in English
	columnCohort: {"kull", "kohort", "kohorte", "årgang", "årgång"},
	columnActive: {"active customers", "active_customers", "customers", "count",
		"aktive", "aktiva", "aktive kunder", "aktiva kunder", "kunder", "antall", "antal", "antall kunder", "antal kunder"},
}

// headed is the column with that name or, where none has it, the one column with a
// translation of it; −1 where there is none, or several.
func headed(header []string, name string) int {
	named := func(cell string) bool { return fold(cell) == fold(name) }
	if at := slices.IndexFunc(header, named); at >= 0 {
		return at
	}
	translated := func(cell string) bool { return slices.Contains(headings[name], fold(cell)) }
	at := slices.IndexFunc(header, translated)
	if at >= 0 && slices.ContainsFunc(header[at+1:], translated) {
		return -1
	}
	return at
}
