package api

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"net/http"
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// entityTag names the answer to a GET without computing it: an answer is a pure
// function of what goes into the tag. The order of a query's fields does not
// matter, that of its scenarios does.
func (s *server) entityTag(c echo.Context, r *request) string {
	data := make([]byte, 0, 512)
	for _, text := range [...]string{s.fingerprint, c.Request().URL.Path, r.medium.Name, string(r.lang)} {
		data = appendText(data, text)
	}
	data = r.AppendKey(data, appendText)
	if r.medium.Name == option.HTML { // a page shows its own address
		data = appendText(data, r.base)
	}
	for _, p := range canonical(r.params) {
		data = appendText(appendText(data, p.Name), p.Value)
	}
	return tagOfBytes(data)
}

// tagOf is the tag of something that these texts decide, and nothing else.
func tagOf(parts []string) string {
	var data []byte
	for _, part := range parts {
		data = appendText(data, part)
	}
	return tagOfBytes(data)
}

func tagOfBytes(data []byte) string {
	sum := sha256.Sum256(data)
	var tag [34]byte
	tag[0], tag[33] = '"', '"'
	hex.Encode(tag[1:33], sum[:16])
	return string(tag[:])
}

// appendText appends a text with its length before it, so that no two lists of
// texts come out the same.
func appendText(data []byte, text string) []byte {
	return append(binary.AppendUvarint(data, uint64(len(text))), text...)
}

// canonical sorts parameters by name, those of a keyed scenario (ten.horizon)
// after the bare ones and in the order in which the scenarios first appear.
func canonical(params input.Params) input.Params {
	sorted := slices.Clone(params)
	if !slices.ContainsFunc(params, func(p input.Param) bool { return strings.Contains(p.Name, ".") }) {
		slices.SortStableFunc(sorted, func(a, b input.Param) int { return cmp.Compare(a.Name, b.Name) })
		return sorted
	}
	place := map[string]int{"": 0}
	for _, p := range params {
		if _, known := place[keyOf(p.Name)]; !known {
			place[keyOf(p.Name)] = len(place)
		}
	}
	slices.SortStableFunc(sorted, func(a, b input.Param) int {
		return cmp.Or(cmp.Compare(place[keyOf(a.Name)], place[keyOf(b.Name)]), cmp.Compare(a.Name, b.Name))
	})
	return sorted
}

func keyOf(name string) string {
	key, _, keyed := strings.Cut(name, ".")
	if !keyed {
		return ""
	}
	return key
}

// gzipTag is the tag of the same answer compressed: other bytes, other tag.
func gzipTag(tag string) string { return strings.TrimSuffix(tag, `"`) + `-gzip"` }

// held returns the tag of the answer that the client has already: If-None-Match
// names it, or that of the compressed one where the client would get that. What
// holds for any answer, *, is another question: see heldAny.
func held(h http.Header, tag string) (string, bool) {
	compressed := acceptsGzip(h.Get(echo.HeaderAcceptEncoding))
	for _, header := range h.Values("If-None-Match") {
		for candidate := range strings.SplitSeq(header, ",") {
			candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
			switch {
			case candidate == tag:
				return tag, true
			case compressed && candidate == gzipTag(tag):
				return candidate, true
			}
		}
	}
	return "", false
}

// heldAny reports whether any answer is the one that the client has. That there
// is an answer, and no error, is known only when it is there.
func heldAny(h http.Header) bool {
	return slices.ContainsFunc(h.Values("If-None-Match"), func(header string) bool { return strings.TrimSpace(header) == "*" })
}

// unchangedError ends a request whose answer the client has already.
type unchangedError struct{ tag string }

func (*unchangedError) Error() string { return "not modified" }

func isUnchanged(err error) (string, bool) {
	var unchanged *unchangedError
	if errors.As(err, &unchanged) {
		return unchanged.tag, true
	}
	return "", false
}
