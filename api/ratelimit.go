package api

import (
	"hash/maphash"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

// limiter lets every client send so many requests a second, a second's worth
// of them at once. It keeps one time for each client: that at which all of its
// requests so far are paid for (the generic cell rate algorithm).
//
// Clients are spread over shards, so that they do not wait for one lock, and a
// shard that is full forgets first those who are quits, then everyone: its size
// is bounded whatever addresses come.
type limiter struct {
	interval time.Duration // what one request costs
	burst    time.Duration // how far ahead a client may be
	seed     maphash.Seed
	shards   [64]shard
}

type shard struct {
	mutex sync.Mutex
	paid  map[string]time.Time
}

// fullShard is the number of clients that a shard remembers.
const fullShard = 2048

// newLimiter returns the limiter for that rate, nil where there is no limit.
func newLimiter(perSecond float64) *limiter {
	if perSecond <= 0 {
		return nil
	}
	interval := time.Duration(float64(time.Second) / perSecond)
	l := &limiter{interval: interval, burst: max(time.Second, interval), seed: maphash.MakeSeed()}
	for i := range l.shards {
		l.shards[i].paid = map[string]time.Time{}
	}
	return l
}

// wait returns how long the client has to wait at that moment, 0 where the
// request may pass.
func (l *limiter) wait(client string, now time.Time) time.Duration {
	s := &l.shards[maphash.String(l.seed, client)%uint64(len(l.shards))]
	s.mutex.Lock()
	defer s.mutex.Unlock()
	paid, known := s.paid[client]
	if paid.Before(now) {
		paid = now
	}
	paid = paid.Add(l.interval)
	if late := paid.Sub(now) - l.burst; late > 0 {
		return late
	}
	if !known && len(s.paid) >= fullShard {
		s.forget(now)
	}
	s.paid[client] = paid
	return 0
}

func (s *shard) forget(now time.Time) {
	for client, paid := range s.paid {
		if !paid.After(now) {
			delete(s.paid, client)
		}
	}
	if len(s.paid) >= fullShard {
		clear(s.paid)
	}
}

// limit answers 429 to a client that sends too many requests. Never 401 or 403,
// at which a spreadsheet asks its user to sign in.
func (s *server) limit(c echo.Context) error {
	if s.limiter == nil || isHealth(c.Path()) {
		return nil
	}
	wait := s.limiter.wait(clientOf(c.RealIP()), time.Now())
	if wait <= 0 {
		return nil
	}
	seconds := int(math.Ceil(wait.Seconds()))
	return &problem{status: http.StatusTooManyRequests, reason: "too_many_requests", args: []string{strconv.Itoa(seconds)}, retry: seconds}
}

// clientOf is the address that a client is known by. One who has an IPv6 network
// of their own (/64) has all its addresses.
func clientOf(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap(); ip.Is6() {
		network, _ := ip.WithZone("").Prefix(64) // 64 bits are there
		return network.String()
	}
	return ip.String()
}
