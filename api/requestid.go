package api

import (
	"crypto/rand"

	"github.com/labstack/echo/v4"
)

// identify gives the request an id: the client's, where it is a harmless one,
// else one of our own.
func identify(c echo.Context) {
	id := c.Request().Header.Get(echo.HeaderXRequestID)
	if !harmless(id) {
		id = rand.Text()
	}
	c.Response().Header()[echo.HeaderXRequestID] = []string{id}
}

// harmless reports whether an id is [A-Za-z0-9._-]{1,64}, so that it cannot break
// a log or a header.
func harmless(id string) bool {
	for i := range len(id) {
		b := id[i]
		if (b|0x20 < 'a' || b|0x20 > 'z') && (b < '0' || b > '9') && b != '.' && b != '_' && b != '-' {
			return false
		}
	}
	return id != "" && len(id) <= 64
}
