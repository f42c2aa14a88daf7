//go:build !race

package api

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/debug"
	gauges "runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"blyant/internal/calculator"
	"blyant/internal/option"
)

// What one request may take: of a core, and of the memory.
const (
	mostTime = time.Second
	mostHeld = 64 << 20
)

// The dearest requests that were found take no more than a second of a core and
// 64 MiB in any format, or are refused before any of it. By default each resource
// shows its first one in the two dearest formats; BLYANT_WORST=all has all of them,
// and -v the table. A core that is shared is given twice the time, and who has a whole
// shop's customers fitted some seconds: a list may have a million rows.
func TestWorstRequestsByFormat(t *testing.T) {
	h := newServer(Config{}).handler()
	worst, all := worstRequests(), os.Getenv("BLYANT_WORST") == "all"
	if all {
		maps.Copy(worst, worstRows())
	}
	for _, resource := range slices.Sorted(maps.Keys(worst)) {
		bodies, media := worst[resource], []string{option.JSON, option.XLSX}
		if all {
			media = slices.DeleteFunc(calculator.Named(resource).Media(), func(m string) bool { return m == option.HTML }) // a page has an address of its own
		} else {
			bodies = bodies[:1]
		}
		t.Run(resource, func(t *testing.T) {
			for i, body := range bodies {
				for _, medium := range media {
					askWorst(t, h, fmt.Sprintf("/v1/%s?format=%s", resource, medium), i, body)
				}
			}
		})
	}
}

func askWorst(t *testing.T, h http.Handler, address string, which int, body string) {
	t.Helper()
	if strings.HasSuffix(address, "=png") {
		address += "&scale=2"
	}
	ask := func() int {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := &discarded{header: http.Header{}}
		h.ServeHTTP(w, r)
		return w.status
	}
	var status int
	took := measured(func() { status = ask() })
	if status == http.StatusUnprocessableEntity {
		t.Logf("%-45s %d: %d after %v", address, which, status, took)
		return
	}
	held := heldBy(func() { ask() })
	t.Logf("%-45s %d: %d after %v, %.1f MiB", address, which, status, took.Round(100*time.Microsecond), float64(held)/(1<<20))
	most := 2 * mostTime
	if strings.HasPrefix(address, "/v1/purchase-fit") {
		most *= 5
	}
	if status != http.StatusOK || took > most || held > mostHeld {
		t.Errorf("%s, request %d: %d after %v, %d bytes held", address, which, status, took, held)
	}
}

// heldBy is how much more memory is in use during the work than before it, at
// the most, with a collector that does not let waste lie for long.
func heldBy(work func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	before, most := objects(), uint64(0)
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				most = max(most, objects())
			}
		}
	}()
	work()
	close(done)
	<-stopped
	return max(most, before) - before
}

// objects is the memory of what lives, and of what died and was not yet collected.
func objects() uint64 {
	sample := []gauges.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	gauges.Read(sample)
	return sample[0].Value.Uint64()
}

// worstRows are the dearest bodies of resources that read what was observed.
func worstRows() map[string][]string {
	alive := func(i int) string { return fmt.Sprint(1_000_000 - 700*i) }
	curve := func(i int) string { return fmt.Sprint(int(1e9 * math.Pow(0.997, float64(i)))) }
	chance := rand.New(rand.NewPCG(1, 2))
	began := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	orders := func(customers int) string { // who comes often, and who soon stays away, differs
		return `"transactions":[` + times(customers, func(i int) string {
			first, stays, often := chance.Float64()*300, chance.ExpFloat64()*500, 20+chance.ExpFloat64()*200
			var of []string
			for day := first; day < min(first+stays+1, 900); day += 1 + chance.ExpFloat64()*often {
				of = append(of, fmt.Sprintf(`{"customer":"c%d","date":"%s","amount":%.2f}`, i, began.AddDate(0, 0, int(day)).Format(time.DateOnly), 5+chance.ExpFloat64()*30))
			}
			return strings.Join(of, ",")
		}) + `]`
	}
	many := orders(4_500)
	return map[string][]string{
		"retention-fit": {`{"active":[` + times(120, alive) + `]}`, `{"active":[` + times(1200, curve) + `]}`},
		"purchase-fit":  {`{` + many + `}`},
		"cohorts":       {`{"period":"week",` + many + `}`, `{"period":"month",` + many + `}`},
	}
}
