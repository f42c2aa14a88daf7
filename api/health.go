package api

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Health is the answer of /healthz and /readyz.
type Health struct {
	Status string `json:"status" enums:"ok,ready,stopping" example:"ok"` // how the server is
}

// isHealth reports whether a route is asked by machines that watch the server.
func isHealth(path string) bool {
	return path == "/healthz" || path == "/readyz" || path == metricsPath
}

// alive godoc
//
//	@Summary		Is the server alive?
//	@Description	Answers 200 as long as the process can answer at all.
//	@Tags			operation
//	@Produce		json
//	@Success		200	{object}	Health
//	@Router			/healthz [get]
func (s *server) alive(c echo.Context) error { return sendHealth(c, http.StatusOK, "ok") }

// ready godoc
//
//	@Summary		May requests be sent here?
//	@Description	Answers 200 while the server takes requests and 503 while it is stopping.
//	@Tags			operation
//	@Produce		json
//	@Success		200	{object}	Health
//	@Failure		503	{object}	Health
//	@Router			/readyz [get]
func (s *server) ready(c echo.Context) error {
	if s.Stopping() {
		return sendHealth(c, http.StatusServiceUnavailable, "stopping")
	}
	return sendHealth(c, http.StatusOK, "ready")
}

func sendHealth(c echo.Context, status int, text string) error {
	c.Response().Header().Set(echo.HeaderCacheControl, cacheNothing)
	return send(c, status, echo.MIMEApplicationJSON, []byte(`{"status":"`+text+"\"}\n"), false)
}
