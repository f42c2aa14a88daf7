package batch

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"syscall"
	"testing"
	"time"

	"blyant/internal/option"
)

// valueLines are so many rows of 120 periods, no two alike.
func valueLines(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	var lines bytes.Buffer
	for i := range n {
		fmt.Fprintf(&lines, `{"id":%d,"period":"month","horizon":120,"acquisition_cost":%d,"basket_value":%.2f,"basket_growth_rate":0.00%d,"margin_rate":0.%d,`+
			`"orders_per_period":%.1f,"repeat_purchase_rate":0.%d,"service_cost_per_order":%.2f,"annual_discount_rate":0.08}`+"\n",
			i, 20+random.IntN(200), 5+random.Float64()*95, 1+random.IntN(8), 20+random.IntN(60), 0.5+random.Float64()*3, 80+random.IntN(19), random.Float64())
	}
	return lines.Bytes()
}

// BenchmarkRows measures what a row of 120 periods takes from its bytes to those
// of its figures, all of them, on one core and on two: by the clock, in processor
// time of all threads, and beside the lifetime value alone in a loop of binary
// numbers, turn by turn, which a busy machine slows as much.
func BenchmarkRows(b *testing.B) {
	const rows, loops = 4096, 20000
	lines := valueLines(rows)
	for _, cores := range []int{1, 2} {
		b.Run(fmt.Sprint("cores-", cores), func(b *testing.B) {
			s := between(option.NDJSON, option.NDJSON)
			s.Cores = make(Cores, cores)
			b.ReportAllocs()
			var clock, own, loop []time.Duration
			for b.Loop() {
				begun, start := time.Now(), processorTime()
				counts, err := s.Run(context.Background(), bytes.NewReader(lines), io.Discard)
				if err != nil || counts.Rows != rows || counts.Errors != 0 {
					b.Fatal(counts, err)
				}
				done := processorTime()
				clock = append(clock, time.Since(begun))
				for range loops {
					sink += floats(120)
				}
				own, loop = append(own, done-start), append(loop, processorTime()-done)
			}
			each := func(all []time.Duration, n float64) float64 { // of the runs least disturbed
				slices.Sort(all)
				return float64(all[len(all)/8]) / n
			}
			b.ReportMetric(each(clock, rows), "ns/row")
			b.ReportMetric(each(own, rows), "cpu-ns/row")
			b.ReportMetric(each(own, rows)/each(loop, loops), "loops/row")
		})
	}
}

var sink float64

// floats is the lifetime value as a loop that somebody in a hurry writes.
func floats(n int) float64 {
	share, basket, discount, sum := 1.0, 10.0, 1.0, 0.0
	for range n {
		sum += share * (12*(basket*0.4-0.5) - 0) * discount
		share *= 0.9
		basket *= 1.005
		discount /= 1.08
	}
	return sum
}

// processorTime is that of the process.
func processorTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
