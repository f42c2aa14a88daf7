// Command load asks a server at a fixed rate, whatever it answers (an open model):
// unlike clients that wait for an answer before they ask again, those who come do
// not come more slowly because the server is slow. It prints how many were answered
// how, and how long those took that were answered 200.
//
//	go run ./internal/e2e/load -rate 1000 -for 60s -pid $(pgrep -xn blyant)
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	shop   = "acquisition_cost=50&basket_value=10&margin_rate=0.4&orders_per_period=12&repeat_purchase_rate=0.9&basket_growth_rate=0.005&decimal=point"
	second = "acquisition_cost=50&basket_value=10&one.repeat_purchase_rate=0&ten.repeat_purchase_rate=0.9&decimal=point"
)

// mix is a hundred requests as clients of every kind ask them.
var mix = slices.Concat(
	slices.Repeat([]string{"/v1/lifetime-value/net_lifetime_value?" + shop}, 50),
	slices.Repeat([]string{"/v1/lifetime-value?horizon=120&" + shop}, 15),
	slices.Repeat([]string{"/v1/lifetime-value?format=csv&horizon=120&" + shop}, 10),
	slices.Repeat([]string{"/v1/comparison?" + second}, 10),
	slices.Repeat([]string{"/v1/plan?plan_periods=36&new_customers_first=100&" + shop}, 5),
	slices.Repeat([]string{"/?" + shop}, 4),
	slices.Repeat([]string{"/v1/break-even?solve_for=basket_value&metric=payback_periods&target=0.5&" + shop}, 3),
	[]string{"/v1/lifetime-value?format=png&" + shop, "/v1/lifetime-value?format=svg&" + shop, "/v1/lifetime-value?format=xlsx&" + shop},
)

func main() {
	address := flag.String("address", "http://127.0.0.1:8080", "the server")
	rate := flag.Float64("rate", 100, "requests a second")
	during := flag.Duration("for", 10*time.Second, "how long")
	pid := flag.Int("pid", 0, "the server's process, to tell its memory")
	list := flag.Bool("list", false, "print the addresses that are asked, for other generators")
	flag.Parse()
	if *list {
		fmt.Println(strings.Join(mix, "\n"))
		return
	}
	r := run(*address, *rate, *during)
	r.print(os.Stdout, *during, *pid)
}

// results are what became of the requests.
type results struct {
	mutex sync.Mutex
	took  map[string][]time.Duration // by status
}

func (r *results) add(status string, took time.Duration) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.took[status] = append(r.took[status], took)
}

// run starts a request whenever one is due. Its time counts from when it was due.
func run(address string, rate float64, during time.Duration) *results {
	r := &results{took: map[string][]time.Duration{}}
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4096, DisableCompression: true,
		DialContext: (&net.Dialer{Timeout: 10 * time.Second}).DialContext}}
	var all sync.WaitGroup
	began := time.Now()
	for i := 0; ; i++ {
		due := began.Add(time.Duration(float64(i) / rate * float64(time.Second)))
		if due.Sub(began) >= during {
			break
		}
		time.Sleep(time.Until(due))
		target := address + mix[i*37%len(mix)]
		all.Go(func() { r.add(ask(client, target), time.Since(due)) })
	}
	all.Wait()
	return r
}

func ask(client *http.Client, target string) string {
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, target, nil)
	if err != nil {
		return err.Error()
	}
	answer, err := client.Do(request)
	if err != nil {
		return "no answer"
	}
	defer func() { _ = answer.Body.Close() }()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return "half an answer"
	}
	return answer.Status
}

func (r *results) print(out io.Writer, during time.Duration, pid int) {
	for status, took := range r.took {
		slices.Sort(took)
		at := func(share float64) time.Duration {
			return took[int(share*float64(len(took)-1))].Round(100 * time.Microsecond)
		}
		_, _ = fmt.Fprintf(out, "%-24s %7d, %6.0f a second, p50 %v, p90 %v, p99 %v, at most %v\n", status, len(took), float64(len(took))/during.Seconds(), at(.5), at(.9), at(.99), at(1))
	}
	if status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)); err == nil {
		for line := range strings.Lines(string(status)) {
			if strings.HasPrefix(line, "VmHWM") || strings.HasPrefix(line, "VmRSS") {
				_, _ = fmt.Fprint(out, line)
			}
		}
	}
}
