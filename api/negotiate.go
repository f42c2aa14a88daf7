package api

import (
	"slices"
	"strings"

	"blyant/internal/option"
)

// negotiate chooses among the formats offered the one that Accept wants most,
// nil where it wants none. Of formats wanted equally the one that is named
// outright wins, then the one named first, then the one offered first. Without
// an Accept it is the first.
//
// A browser names text/html, and older ones prefer XML to it or images to
// everything: it gets the page where there is one and the first format otherwise.
func negotiate(accept string, offers []string) *option.Medium {
	wanted := preferences(accept)
	if len(wanted) == 0 {
		return option.MediumNamed(offers[0])
	}
	html := wantsHTML(wanted)
	switch {
	case html && slices.Contains(offers, option.HTML):
		return option.MediumNamed(option.HTML)
	case html:
		return option.MediumNamed(offers[0])
	}
	var best *option.Medium
	var bestRank rank
	for _, name := range offers {
		m := option.MediumNamed(name)
		if r := rankOf(m, wanted); r.quality > 0 && (best == nil || r.above(bestRank)) {
			best, bestRank = m, r
		}
	}
	return best
}

// rank is how much a format is wanted.
type rank struct {
	quality  float64
	exact    int // 2 named outright, 1 by its kind, 0 by */*
	position int // in the header
}

func (r rank) above(other rank) bool {
	switch {
	case r.quality != other.quality:
		return r.quality > other.quality
	case r.exact != other.exact:
		return r.exact > other.exact
	}
	return r.position < other.position
}

// rankOf looks the format up in the preferences. The most exact range decides,
// as RFC 9110 has it: text/csv;q=0 shuts out CSV whatever */* says.
func rankOf(m *option.Medium, wanted []preference) rank {
	found := rank{exact: -1}
	kind, _, _ := strings.Cut(m.Type, "/")
	for i, p := range wanted {
		exact := -1
		switch p.value {
		case m.Type, m.Also:
			exact = 2
		case kind + "/*":
			exact = 1
		case "*/*", "*": // the latter from old Java
			exact = 0
		}
		if exact > found.exact {
			found = rank{quality: p.quality, exact: exact, position: i}
		}
	}
	return found
}
