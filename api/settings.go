package api

import (
	"fmt"
	"io"
	"log/slog"
	"net/netip"
	"net/url"
	"time"
)

// Settings are the flags of "blyant serve". Each has an environment variable
// of the same name: --max-body is BLYANT_MAX_BODY.
type Settings struct {
	Listen         string         `default:"127.0.0.1:8080" help:"Where to listen, as host:port."`
	BaseURL        string         `name:"base-url" help:"Address under which the public reaches the server, shown in the form's formulas."`
	LogLevel       slog.Level     `default:"info" help:"Least level that is logged: debug, info, warn or error."`
	LogFormat      string         `default:"text" enum:"text,json" help:"Form of the log: text or json."`
	MaxBody        int64          `default:"1048576" help:"Largest request body, in bytes."`
	MaxCost        time.Duration  `default:"1s" help:"Time of one core that a request may be expected to take; dearer ones are refused."`
	PprofListen    string         `help:"Where Go's profiles are served, as host:port; nowhere unless told."`
	RateLimit      float64        `default:"0" help:"Requests a second that one client may send; 0 is no limit."`
	TrustedProxies []netip.Prefix `help:"Networks of proxies whose X-Forwarded-For is believed, as 10.0.0.0/8,…"`
	ShutdownGrace  time.Duration  `default:"15s" help:"How long requests under way may take when stopping."`
	ShutdownDelay  time.Duration  `default:"2s" help:"How long requests are still taken when stopping, while /readyz says 503, so that a balancer sees it."`
}

// check returns what makes no sense among the settings.
func (s Settings) check() error {
	switch {
	case s.MaxBody < 1:
		return fmt.Errorf("--max-body is %d and must be at least 1 byte", s.MaxBody)
	case !(s.RateLimit >= 0 && s.RateLimit <= mostRate): // NaN is neither
		return fmt.Errorf("--rate-limit is %v and must be from 0 to %v requests a second", s.RateLimit, mostRate)
	case s.MaxCost < time.Millisecond || s.MaxCost > mostCost:
		return fmt.Errorf("--max-cost is %v and must be from 1ms to %v", s.MaxCost, mostCost)
	case s.ShutdownGrace < 0 || s.ShutdownDelay < 0:
		return fmt.Errorf("--shutdown-grace %v and --shutdown-delay %v must not be negative", s.ShutdownGrace, s.ShutdownDelay)
	}
	return checkBase(s.BaseURL)
}

// mostCost is more than any deadline leaves.
const mostCost = time.Minute

// mostRate is more than a limit that limits anybody.
const mostRate = 1e6

// checkBase refuses an address under which no browser would reach the server.
func checkBase(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("--base-url %q is no address such as https://example.com", address)
	}
	return nil
}

func (s Settings) logHandler(w io.Writer) slog.Handler {
	options := &slog.HandlerOptions{Level: s.LogLevel}
	if s.LogFormat == "json" {
		return slog.NewJSONHandler(w, options)
	}
	return slog.NewTextHandler(w, options)
}
