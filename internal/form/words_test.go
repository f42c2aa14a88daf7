package form

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// pageWords are the English words of the pages, by their keys.
func pageWords(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../locale/words/en.json")
	var words struct{ Page map[string]string }
	if err == nil {
		err = json.Unmarshal(data, &words)
	}
	if err != nil || len(words.Page) == 0 {
		t.Fatal("no words of the pages", err)
	}
	return words.Page
}

// No page shows the name of a word, or a place that was not filled.
func TestWordsAreFound(t *testing.T) {
	keys := regexp.MustCompile(`[>"](?:value|whatif|would|tornado|grid|risk|promise|programmes|plan|use|download|payback|problem|filled|footer|take|slider|trade|block|convert|kept)\.[a-z_.]+[<"]|\{[a-z]+\}`)
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			if found := keys.FindString(renderedOf(t, s.page, l, s.query, false)); found != "" {
				t.Errorf("%s, %s, %s: %s is on the page", s.page.Name, s.name, l, found)
			}
		}
	}
}

// Every word is used: by its name, or by one that the code puts together.
func TestWordsAreUsed(t *testing.T) {
	source := sources(t)
	composed := regexp.MustCompile(`^(data\.decimal\.(point|comma)$|data\.(left|orders|buyers)\.(one|many)$|programmes\.pays\.(from|even)\.one$|use|download|filled|problem|wanting|days|such_|would)|^promise\.(keep_more_promises|exceed_more|tell_more|correct_doubt)$|^programmes\.(brings|costs_more)\.most$|^(guides|figures_page|advice|nowhere)\.(title|lead)$|^guides\.(shop|tools|house)$|` +
		`^advice\.(keep|faster|tell|stay|generous|spreads|posts|peanuts)(\.weighs)?$`)
	ofPage := regexp.MustCompile(`^(value|whatif|promise|programmes|plan|data)\.`)
	words := pageWords(t)
	for _, t := range trades { // whose words are put together by their names
		delete(words, "trade."+t.name)
		delete(words, "trade."+t.name+".customer")
		delete(words, "trade."+t.name+".about")
	}
	for key := range words {
		own := ofPage.ReplaceAllString(key, "")
		if !strings.Contains(source, `"`+key+`"`) && !strings.Contains(source, `"`+own+`"`) && !strings.Contains(source, `".`+own+`"`) && !composed.MatchString(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
}
