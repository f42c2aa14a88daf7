package form

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/model/service"
)

// bestLeverNote is the note that the story tells in its own words.
func (v *viewer) bestLeverNote() string {
	for _, n := range records(v.Answer.Body.Get("notes")) {
		if text(n, "code") == "best_lever" {
			return text(n, "message")
		}
	}
	return ""
}

// promiseStory names the best lever, says what the customer is worth, and asks
// whether to deliver better or to tell it better.
func (v *viewer) promiseStory(p part, levers []answer.Record) [][]phrase {
	such := worth(v.Lang, p, false)
	for i := range such {
		such[i].Strong = false // the first sentence has the figure
	}
	sentences := [][]phrase{v.bestLever(p, levers[0]), append(such, phrase{Text: v.talk(p)})}
	if missed, felt := cell(p.inputs, "missed_share"), p.figure("perceived_missed"); number(felt).GreaterThan(number(missed)) {
		sentences = append(sentences, []phrase{{Text: v.word("let_down", "missed", said(v.Lang, number(missed)), "felt", said(v.Lang, number(felt)))}})
	}
	if s := v.deliverOrTell(p, levers); s != "" {
		sentences = append(sentences, []phrase{{Text: s}})
	}
	return sentences
}

// bestLever is the first sentence.
func (v *viewer) bestLever(p part, best answer.Record) []phrase {
	gain, step := cell(best, "gain"), number(cell(best, "step"))
	switch {
	case !number(gain).IsPositive():
		return []phrase{{Text: v.word("none")}}
	case step.LessThan(onePoint):
		return strong(v.word("rest", "gain", emphasised, "lever", v.Lang.Label(text(best, "lever")), "points", points(v.Lang, step)), spoken(v.Lang, gain.String(), p.currency))
	}
	return strong(v.word(text(best, "lever"), "gain", emphasised), spoken(v.Lang, gain.String(), p.currency))
}

// talk adds what customers say about the promise.
func (v *viewer) talk(p part) string {
	said := p.figure("promise_word_of_mouth")
	switch number(said).Sign() {
	case 1:
		return " " + v.word("praise", "money", spoken(v.Lang, said.String(), p.currency))
	case -1:
		return " " + v.word("blame", "money", spoken(v.Lang, strings.TrimPrefix(said.String(), "-"), p.currency))
	}
	return ""
}

// deliverOrTell holds the best lever of the service against the best of its
// reputation.
func (v *viewer) deliverOrTell(p part, levers []answer.Record) string {
	best := func(names ...string) answer.Cell {
		i := slices.IndexFunc(levers, func(l answer.Record) bool { return slices.Contains(names, text(l, "lever")) })
		return cell(levers[i], "gain")
	}
	deliver, tell := best(service.KeepMorePromises, service.ExceedMore), best(service.TellMore, service.CorrectDoubt)
	key := "both"
	switch number(deliver).Cmp(number(tell)) {
	case 1:
		key = "deliver"
	case -1:
		key = "tell"
	case 0:
		if !number(tell).IsPositive() {
			return ""
		}
	}
	return v.word(key, "deliver", spoken(v.Lang, deliver.String(), p.currency), "tell", spoken(v.Lang, tell.String(), p.currency))
}
