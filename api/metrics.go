package api

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"blyant/internal/admission"
	"blyant/internal/batch"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics are what is counted of the answers, by route and never by address:
// what was asked is the caller's own business, and there are few routes.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // route, method, status
	took     *prometheus.HistogramVec // route
	inFlight prometheus.Gauge
	cost     *prometheus.CounterVec // route, outcome
	rows     *prometheus.CounterVec // outcome
}

// Outcomes of a request for room.
const (
	admitted = "admitted"
	shed     = "shed"     // there was no room
	refused  = "too_dear" // there never is
)

// took is divided at these seconds.
var durationBounds = []float64{.001, .0025, .005, .01, .025, .05, .1, .2, .5, 1, 2.5, 5, 10, 30}

func newMetrics(gate *admission.Gate) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "blyant_requests_total", Help: "Requests that were answered."}, []string{"route", "method", "status"}),
		took:     prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "blyant_request_duration_seconds", Help: "Time from the header of a request to the last byte of its answer.", Buckets: durationBounds}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "blyant_requests_in_flight", Help: "Requests that are being read, worked out or sent."}),
		cost:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "blyant_cost_total", Help: "Estimated cost of requests, in microseconds of one core, by what became of them."}, []string{"route", "outcome"}),
		rows:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "blyant_stream_rows_total", Help: "Rows of streams that were answered."}, []string{"outcome"}),
	}
	m.registry.MustRegister(m.requests, m.took, m.inFlight, m.cost, m.rows,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "blyant_admission_waiting", Help: "Requests that wait for room."},
			func() float64 { return float64(gate.State().Waiting) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "blyant_admission_working_cost", Help: "Estimated cost of the requests that are being worked out."},
			func() float64 { return float64(gate.State().Working) }),
		tiers{prometheus.NewDesc("blyant_calculations_total", "Calculations by the arithmetic that answered them.", []string{"arithmetic"}, nil)},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// methods are those that are counted by name; a client may make up any.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions}

func (m *metrics) answered(c echo.Context, took time.Duration) {
	method := c.Request().Method
	if !slices.Contains(methods, method) {
		method = "other"
	}
	m.requests.WithLabelValues(routeOf(c), method, strconv.Itoa(c.Response().Status)).Inc()
	m.took.WithLabelValues(routeOf(c)).Observe(took.Seconds())
}

// routeOf is the route that was found, "none" where there is none.
func routeOf(c echo.Context) string {
	if c.Path() == "" {
		return "none"
	}
	return c.Path()
}

func (m *metrics) asked(c echo.Context, cost admission.Cost, outcome string) {
	m.cost.WithLabelValues(routeOf(c), outcome).Add(float64(cost))
}

// streamed returns what counts the rows of one stream as it goes on.
func (m *metrics) streamed() func(batch.Counts) {
	var before batch.Counts
	return func(now batch.Counts) {
		faulty := now.Errors - before.Errors
		m.rows.WithLabelValues("faulty").Add(float64(faulty))
		m.rows.WithLabelValues("answered").Add(float64(now.Rows - before.Rows - faulty))
		before = now
	}
}
