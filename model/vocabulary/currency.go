package vocabulary

import (
	"slices"
	"strings"
)

// Currency is an ISO 4217 alphabetic code in capitals.
type Currency string

// currencies are the active codes of ISO 4217 as of January 2026, by number of
// decimals of the minor unit; codes without one (XAU, XDR, XXX, …) are left
// out. The table is our own because golang.org/x/text/currency v0.43.0 follows
// CLDR 32 of 2017 and lacks SLE, VED, XCG and ZWG, and CLDR's digits are those
// of cash in daily use where ISO's are those of the code.
var currencies = [...]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
	2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL " +
		"GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR " +
		"LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD " +
		"PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC " +
		"SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
	3: "BHD IQD JOD KWD LYD OMR TND",
	4: "CLF UYW",
}

// decimalsOf are the decimals by code: a scenario asks for them each time.
var decimalsOf = func() map[Currency]int {
	all := map[Currency]int{}
	for decimals, codes := range currencies {
		for code := range strings.FieldsSeq(codes) {
			all[Currency(code)] = decimals
		}
	}
	return all
}()

// Decimals returns the number of decimals of the currency's minor unit, and
// whether the code is an active one that has a minor unit.
func (c Currency) Decimals() (int, bool) {
	decimals, known := decimalsOf[c]
	return decimals, known
}

// CurrencyCodes returns every accepted code in alphabetical order.
func CurrencyCodes() []string {
	var all []string
	for _, codes := range currencies {
		all = append(all, strings.Fields(codes)...)
	}
	slices.Sort(all)
	return all
}
