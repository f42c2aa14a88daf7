package api

import (
	"net/url"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
)

// disposition is a Content-Disposition with a telling file name, once in ASCII
// and, where that loses letters, once in full (RFC 6266).
func disposition(a answer.Answer, extension string) string {
	if extension == "text" {
		extension = "txt"
	}
	full := strings.TrimPrefix(locale.FileStem(a.Title)+"-"+a.Resource, "-") + "." + extension
	plain := locale.ASCII(full)
	if plain == full {
		return `attachment; filename="` + plain + `"`
	}
	return `attachment; filename="` + plain + `"; filename*=UTF-8''` + percentEncode(full)
}

// percentEncode writes every byte that RFC 8187 does not allow as %XX.
func percentEncode(name string) string { return strings.ReplaceAll(url.QueryEscape(name), "+", "%20") }
