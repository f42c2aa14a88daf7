package locale

import (
	"regexp"
	"strings"
	"testing"
)

// longWord has more letters than a column of a telephone has room for.
var longWord = regexp.MustCompile(`\p{L}{17,}`)

// Every word of more than sixteen letters in a label can be divided, nothing but
// that is changed, and English, whose words are short, has no need of it.
func TestLongWordsOfLabelsCanBeDivided(t *testing.T) {
	eachWord(t, func(l Language, s section, key, word, _ string) {
		if s != ofLabel {
			return
		}
		soft := l.Soft(word)
		if strings.ReplaceAll(soft, softHyphen, "") != word {
			t.Errorf("%s: %q becomes %q", l, word, soft)
		}
		if long := longWord.FindString(soft); long != "" {
			t.Errorf("%s: %s is called %q, where %q cannot be divided", l, key, word, long)
		}
	})
	for text, want := range map[string]string{
		"Anskaffelseskostnad (CAC)": "Anskaffelses\u00adkostnad (CAC)", "tilbakebetalingstid": "tilbake\u00adbetalings\u00adtid", "kort": "kort", "": "",
	} {
		if got := Norwegian.Soft(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if got := English.Soft("anskaffelseskostnad"); got != "anskaffelseskostnad" {
		t.Errorf("English divides %q", got)
	}
}
