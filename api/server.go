package api

import (
	"net/http"

	"blyant/internal/admission"
	"blyant/internal/batch"
	"blyant/internal/calculator"
	"blyant/internal/form"

	"github.com/labstack/echo/v4"
)

// server is a configuration with what is worked out from it once.
type server struct {
	Config
	fingerprint string // of the build, for entity tags
	build       Build
	limits      map[string]calculator.Limits // of routes that allow more
	limiter     *limiter                     // nil where there is no limit
	gate        *admission.Gate
	holding     holding
	arrivals    *arrivals
	metrics     *metrics
	cores       batch.Cores
	streams     chan struct{} // those under way
	uploads     chan struct{} // large bodies being answered
}

// New returns the handler of everything that the server answers.
func New(config Config) http.Handler { return newServer(config).handler() }

func newServer(config Config) *server {
	build := ReadBuild()
	config = config.withDefaults()
	s := &server{Config: config, build: build, fingerprint: build.fingerprint(), limiter: newLimiter(config.RateLimit), limits: limitsByPath(),
		gate: admission.New(admission.Limits{Most: admission.Cost(config.MaxCost.Microseconds())}), holding: newHolding(), arrivals: newArrivals(config.Ending),
		cores: batch.AllCores(), streams: make(chan struct{}, streamsAtOnce), uploads: make(chan struct{}, uploadsAtOnce)}
	s.metrics = newMetrics(s.gate)
	return s
}

func (s *server) handler() http.Handler {
	e := echo.New()
	e.HTTPErrorHandler = s.fail
	e.IPExtractor = extractIP(s.TrustedProxies)
	e.Use(s.attend)
	for _, r := range s.routes() {
		r.register(e)
	}
	return e
}

// limitsByPath are the limits of the calculators by their routes.
func limitsByPath() map[string]calculator.Limits {
	limits := map[string]calculator.Limits{}
	for _, calc := range calculator.All() {
		limits[calc.Path()] = calc.Limits
	}
	limits[form.DataPath] = limits[purchasePath]
	return limits
}

// baseURL is the address of the server, without a slash at the end.
func (s *server) baseURL(c echo.Context) string {
	if s.BaseURL != "" {
		return s.BaseURL
	}
	return "http://" + c.Request().Host
}
