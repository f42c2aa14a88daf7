package locale

import "testing"

func TestNumberWritesAsThePeopleDo(t *testing.T) {
	for _, c := range []struct{ canonical, en, nb, da string }{
		{"1234.50", "1,234.50", "1\u00a0234,50", "1.234,50"},
		{"-46.00", "-46.00", "-46,00", "-46,00"},
		{"0", "0", "0", "0"},
		{"123", "123", "123", "123"},
		{"-1234567", "-1,234,567", "-1\u00a0234\u00a0567", "-1.234.567"},
		{"999999999999999.000001", "999,999,999,999,999.000001", "999\u00a0999\u00a0999\u00a0999\u00a0999,000001", "999.999.999.999.999,000001"},
		{"#N/A", "#N/A", "#N/A", "#N/A"},
		{"", "", "", ""},
	} {
		for language, want := range map[Language]string{English: c.en, Norwegian: c.nb, Swedish: c.nb, Danish: c.da} {
			if got := language.Number(c.canonical); got != want {
				t.Errorf("%s.Number(%q) = %q, want %q", language, c.canonical, got, want)
			}
		}
	}
}

// TestNumberReadsBack reads the written number as a text input of the language
// would be. Danish whole numbers are the ones that may be ambiguous.
func TestNumberReadsBack(t *testing.T) {
	for _, canonical := range []string{"0", "-0.5", "12.50", "1234.50", "-1234567.000001", "1234567", "999999999999999.99"} {
		for _, language := range []Language{Norwegian, Danish, Swedish} {
			got, err := ParseNumber(language.Number(canonical), true, false)
			if err != nil || digits(got) != canonical {
				t.Errorf("%s: %q is read as %s, %v", language, language.Number(canonical), digits(got), err)
			}
		}
	}
}
