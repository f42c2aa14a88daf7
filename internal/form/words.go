package form

import (
	"strconv"

	"blyant/internal/locale"
)

// counted picks the words for one or for many.
func counted(l locale.Language, key string, n int, digits string) string {
	if n == 1 {
		return l.Page(key+".one", "n", digits)
	}
	return l.Page(key+".many", "n", digits)
}

func itoa(n int) string { return strconv.Itoa(n) }
