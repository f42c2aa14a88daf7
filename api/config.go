package api

import (
	"context"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"time"

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
