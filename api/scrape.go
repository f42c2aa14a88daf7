package api

import (
	"bytes"
	"net/http"

	"blyant/model"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"
)

const metricsPath = "/metrics"

// tiers tells which arithmetic answered.
type tiers struct{ total *prometheus.Desc }

func (t tiers) Describe(to chan<- *prometheus.Desc) { to <- t.total }

func (t tiers) Collect(to chan<- prometheus.Metric) {
	answers := model.Tiers()
	for name, n := range map[string]uint64{"fast": answers.Fast, "wide": answers.Wide, "rational": answers.Rational, "last": answers.Last} {
		to <- prometheus.MustNewConstMetric(t.total, prometheus.CounterValue, float64(n), name)
	}
}

// tell godoc
//
//	@Summary		How the server does, for Prometheus
//	@Description	Requests, durations, cost admitted and shed by route, rows of streams, calculations by arithmetic, and the process.
//	@Tags			operation
//	@Produce		plain
//	@Success		200	{string}	string	"metrics in the text format of Prometheus"
//	@Router			/metrics [get]
func (s *server) tell(c echo.Context) error {
	families, err := s.metrics.registry.Gather()
	if err != nil {
		return err
	}
	format := expfmt.NewFormat(expfmt.TypeTextPlain)
	var body bytes.Buffer
	encoder := expfmt.NewEncoder(&body, format)
	for _, f := range families {
		if err := encoder.Encode(f); err != nil {
			return err
		}
	}
	c.Response().Header().Set(echo.HeaderCacheControl, cacheNothing)
	return send(c, http.StatusOK, string(format), body.Bytes(), true)
}
