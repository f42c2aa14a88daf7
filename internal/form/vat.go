package form

// vatField is the rate of the VAT that prices include, vatButton what the button
// beside it asks for.
const (
	vatField  = "vat_rate"
	vatButton = "vat"
)

// usualVAT is what most goods bear in the country of a currency; for the others
// the rate is for the shop to say.
var usualVAT = map[string]string{"NOK": "25%", "DKK": "25%", "SEK": "25%"}

// usualRate is the usual rate of VAT where the prices of the entry are, empty where
// there is none.
func (e entry) usualRate() string {
	currency := e.common("currency")
	if currency == "" {
		currency = "NOK" // the field's default
	}
	return usualVAT[currency]
}

// includeVAT makes all prices such that include the usual VAT.
func (e *entry) includeVAT() {
	rate := e.usualRate()
	for _, it := range e.items {
		it.own[vatField] = rate
	}
	e.bare[vatField] = rate
}

// vatInput is the parameter of the rate, of the first item where each has its own.
func (e entry) vatInput() string {
	if _, once := named(e.page.Fields, vatField); once {
		return vatField
	}
	return inputName(e.items[0].key, vatField)
}

// offer are the words on the button that says what shops mostly mean, beside a field
// that is left blank.
func (v *viewer) offer(field string) string {
	rate := v.entry.usualRate()
	if field != vatField || rate == "" {
		return ""
	}
	for _, it := range v.entry.items {
		if v.entry.text(it, field) != "" {
			return ""
		}
	}
	f, _ := v.Page.field(v.entry.vatInput())
	return v.Lang.Page("vat", "rate", inProse(v.Lang, f, rate))
}
