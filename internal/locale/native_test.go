package locale

import (
	"strings"
	"testing"
)

// What a native shopkeeper would say, and what that took the place of.
func TestWordsOfANative(t *testing.T) {
	for _, c := range []struct {
		l    Language
		s    section
		key  string
		says string
	}{
		{English, ofPage, "plan.title", "When does the shop break even?"},
		{Norwegian, ofPage, "plan.title", "Når går butikken rundt?"}, {Norwegian, ofPage, "promise.title", "Hva er det verdt å holde det du lover?"},
		{Norwegian, ofMeaning, "deterred_per_missed", "Dårlige nyheter sprer seg fortere"}, {Norwegian, ofLabel, "free_every", "Gratis etter hvert … kjøp"},
		{Norwegian, ofLabel, "basket_value", "Handlekurv"}, {Norwegian, ofLabel, "retention_curve", "Gjenkjøpskurve"},
		{Norwegian, ofLabel, "opening_cash", "Penger på konto ved start"}, {Norwegian, ofPage, "footer.api", "For utviklere: API"},
		{Norwegian, ofPage, "promise.levers.remark", "Kostnaden ved tiltaket er ikke trukket fra"},
		{Danish, ofPage, "programmes.lead", "kunderne bliver hos dig i længere tid"}, {Danish, ofPage, "plan.title", "Hvornår løber det rundt?"},
		{Danish, ofPage, "value.lead", "Prøv med dine egne tal"}, {Danish, ofExample, "generous-complaints.title", "Kulant ved reklamationer"},
		{Danish, ofPage, "payback", "har tjent sig hjem"}, {Danish, ofPage, "promise.levers.remark", "ikke trukket fra"},
		{Swedish, ofPage, "plan.title", "När går butiken runt?"}, {Swedish, ofExample, "pencil.ten-years-of-pencils", "Tio års pennor"},
		{Swedish, ofPage, "promise.lead", "Leverera bättre, eller bli bättre på att berätta om det?"}, {Swedish, ofLabel, "word_of_mouth_value", "rekommendationer"},
		{Swedish, ofPage, "promise.levers.remark", "inte avdraget"},
	} {
		if word, _ := c.l.lookup(c.s, c.key); !strings.Contains(word, c.says) {
			t.Errorf("%s: %s is %q, without %q", c.l, c.key, word, c.says)
		}
	}
}

// One thing has one name in a language: none of its other names is left.
func TestOneNameForOneThing(t *testing.T) {
	other := map[Language][]string{
		English:   {"customers segment", "Segments", " parted by", "and no law"},
		Norwegian: {"i balanse", "likviditet", "Likviditet", "sammenligningsgrunnlag", "per emne", "undekapital", "ungeltelegraf", "kohort", "fremover", "prosentenhet"},
		Danish:    {"sammenligningsgrundlag", "Likviditet", "likviditet", "pr. emne", "undekapital", "arbejdsbog", "tilbagediskonter", "etbutik", "kohorte", " per kunde", "procentenhed"},
		Swedish:   {"jämförelsebas", "per prospekt", "undkapital", "ätbutik", "E-butik", "mun till mun", "prosentpoäng", "blyertskund"},
	}
	eachWord(t, func(l Language, s section, key, word, _ string) {
		for _, name := range other[l] {
			if strings.Contains(word, name) {
				t.Errorf("%s: %s %q says %q: %q", l, s, key, name, word)
			}
		}
	})
}
