package vocabulary_test

import (
	"slices"
	"testing"

	"blyant/model/vocabulary"
)

// The minor units of ISO 4217, for a currency or more of each kind.
func TestCurrencyDecimals(t *testing.T) {
	for code, want := range map[vocabulary.Currency]int{
		"NOK": 2, "DKK": 2, "SEK": 2, "EUR": 2, "AED": 2, "ZWG": 2, "JPY": 0, "ISK": 0, "BIF": 0, "XPF": 0, "KWD": 3, "BHD": 3, "TND": 3, "CLF": 4, "UYW": 4,
		"XCG": 2, "VED": 2, "SLE": 2,
	} {
		if got, active := code.Decimals(); !active || got != want {
			t.Errorf("%s has %d decimals, %v, want %d", code, got, active, want)
		}
	}
}

// Codes without a minor unit, gone, in small letters, cut short, or cut out of
// the middle of two are none.
func TestCurrencyRefuses(t *testing.T) {
	for _, code := range []vocabulary.Currency{"", "N", "NO", "NOKK", "nok", "Nok", "XAU", "XDR", "XXX", "XTS", "SLL", "HRK", "ZWL", "ED ", " AF", "OK ", "K N", "D A", "   "} {
		if got, active := code.Decimals(); active || got != 0 {
			t.Errorf("%q is a currency of %d decimals", code, got)
		}
	}
}

// The list of codes is in the order of the alphabet, without one twice, and each
// is a currency.
func TestCurrencyCodes(t *testing.T) {
	codes := vocabulary.CurrencyCodes()
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("the codes are not in order, or one stands twice")
	}
	for _, code := range codes {
		if _, active := vocabulary.Currency(code).Decimals(); !active || len(code) != 3 {
			t.Errorf("%q is on the list", code)
		}
	}
	if codes[0] != "AED" || codes[len(codes)-1] != "ZWG" {
		t.Errorf("from %s to %s", codes[0], codes[len(codes)-1])
	}
}
