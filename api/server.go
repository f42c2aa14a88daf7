package api

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"blyant/internal/admission"
	"blyant/internal/batch"
	"blyant/internal/calculator"
	"blyant/internal/form"

	"github.com/labstack/echo/v4"
)

// Config is what the HTTP face depends on. The zero value is a server that
// logs nothing and limits bodies and time only.
type Config struct {
	Logger         *slog.Logger
	BaseURL        string          // as the public knows the server; empty: as the request has it
	MaxBody        int64           // bytes; 0 is 1 MiB
	RateLimit      float64         // requests a second and client; 0 is no limit
	Deadline       time.Duration   // of one request; 0 is 20 s
	MaxCost        time.Duration   // of one core, that a request may be expected to take; 0 is 1 s
	TrustedProxies []netip.Prefix  // whose X-Forwarded-For is believed
	Stopping       func() bool     // whether the server is about to stop; may be nil
	Ending         context.Context // done when streams have to end; nil is never
}

// Limits where the configuration has none.
const (
	defaultMaxBody  = 1 << 20
	defaultDeadline = 20 * time.Second
)

// server is a configuration with what is worked out from it once.
type server struct {
	Config
	release  string // fingerprint for entity tags
	build    Release
	limits   map[string]calculator.Limits // of routes that allow more
	limiter  *limiter                     // nil where there is no limit
	gate     *admission.Gate
	holding  holding
	arrivals *arrivals
	metrics  *metrics
	cores    batch.Cores
	streams  chan struct{} // those under way
	uploads  chan struct{} // large bodies being answered
}

// New returns the handler of everything that the server answers.
func New(config Config) http.Handler { return newServer(config).handler() }

func newServer(config Config) *server {
	build := ReadRelease()
	config = config.withDefaults()
	s := &server{Config: config, build: build, release: build.fingerprint(), limiter: newLimiter(config.RateLimit), limits: limitsByPath(),
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

func (c Config) withDefaults() Config {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.MaxBody <= 0 {
		c.MaxBody = defaultMaxBody
	}
	if c.Deadline <= 0 {
		c.Deadline = defaultDeadline
	}
	if c.Ending == nil {
		c.Ending = context.Background()
	}
	if c.Stopping == nil {
		c.Stopping = func() bool { return false }
	}
	c.BaseURL = strings.TrimRight(c.BaseURL, "/")
	return c
}

// extractIP returns the client's address: that of the connection, or behind
// proxies that are trusted, and only there, what they forward.
func extractIP(proxies []netip.Prefix) echo.IPExtractor {
	if len(proxies) == 0 {
		return echo.ExtractIPDirect()
	}
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range proxies {
		trust = append(trust, echo.TrustIPRange(&net.IPNet{IP: p.Masked().Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen())}))
	}
	return echo.ExtractIPFromXFFHeader(trust...)
}

// baseURL is the address of the server, without a slash at the end.
func (s *server) baseURL(c echo.Context) string {
	if s.BaseURL != "" {
		return s.BaseURL
	}
	return "http://" + c.Request().Host
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
