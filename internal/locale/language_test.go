package locale

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct {
		tag  string
		want Language
		ok   bool
	}{
		{"en", English, true}, {"nb", Norwegian, true}, {"nn", Norwegian, true}, {"no", Norwegian, true},
		{"da", Danish, true}, {"sv", Swedish, true}, {"SV", Swedish, true}, {"Nb", Norwegian, true},
		{"", English, false}, {"qaa", English, false}, {"nb-NO", Norwegian, true}, {"nb_no", Norwegian, true},
		{"nn-NO", Norwegian, true}, {"no-NO", Norwegian, true}, {"sv_SE", Swedish, true}, {"sv_SE.UTF-8", Swedish, true}, {"SV-fi", Swedish, true}, {"da-DK", Danish, true},
		{"en-GB-oxendict", English, true}, {"en_US", English, true}, {"nb-Latn-NO", Norwegian, true},
		{"nb-", English, false}, {"-nb", English, false}, {"nb--NO", English, false}, {"nb-ÅØ", English, false}, {"nb/NO", English, false}, {"nbNO", English, false}, {"qaa-NO", English, false},
		{"english", English, false}, {"sv ", English, false},
	} {
		if got, ok := Parse(c.tag); got != c.want || ok != c.ok {
			t.Errorf("Parse(%q) = %q, %v; want %q, %v", c.tag, got, ok, c.want, c.ok)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		header string
		want   Language
	}{
		{"", English},
		{"nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5,en;q=0.4", Norwegian},
		{"no", Norwegian}, {"nn-NO", Norwegian}, {"no-NO, en;q=0.1", Norwegian},
		{"da-DK,da;q=0.9,en;q=0.8", Danish},
		{"sv-FI", Swedish}, {"sv;q=0.3, da;q=0.7", Danish},
		{"en-GB,nb;q=0.5", English}, {"en-US", English},
		{"qaa-DE, sv;q=0.5", Swedish},
		{"qaa, qab;q=0.5", English}, {"*", English}, {"qac", English},
		{"nb;q=0, sv", Swedish}, {"nb;q=0", English},
		{"!!!", English}, {"da;q=x", English}, {"\x00\xff", English},
	} {
		if got := Match(c.header); got != c.want {
			t.Errorf("Match(%q) = %q, want %q", c.header, got, c.want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, seed := range []string{"", "nb-NO,nb;q=0.9", "*", "zh-Hant-TW;q=1.1,", "no;q=0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		if _, known := Parse(string(Match(header))); !known {
			t.Errorf("Match(%q) is no language", header)
		}
	})
}
