package formula

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// threadTime returns the processor time of this thread, which a busy machine does
// not stretch as it does the clock; in nanoseconds, where the kernel's account of
// it (getrusage) goes in steps of four milliseconds.
func threadTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		panic(err)
	}
	return time.Duration(t.Nano())
}

// BenchmarkRatios measures summaries beside the loop of binary numbers, turn by
// turn in one run, in processor time: medians, and their ratio.
func BenchmarkRatios(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	type subject struct {
		name  string
		times int
		run   func()
	}
	summary := func(t Terms) func() { return func() { Summarise(&t, 2) } }
	rows := make([]Row, 120)
	schedule := pencils(120)
	subjects := []subject{
		{"float64 loop", 20000, func() { sink += floats(120) }},
		{"summary 120", 1000, summary(pencils(120))},
		{"summary 1200", 1000, summary(pencils(1200))},
		{"every field 120", 1000, summary(everything(120))},
		{"every field 1200", 1000, summary(everything(1200))},
		{"curve 120", 300, summary(curved(120))},
		{"schedule 120", 200, func() { Schedule(&schedule, 2, rows) }},
	}
	medians := make([][]float64, len(subjects))
	for b.Loop() {
		for range 9 {
			for i, s := range subjects {
				start := threadTime()
				for range s.times {
					s.run()
				}
				medians[i] = append(medians[i], float64(threadTime()-start)/float64(s.times))
			}
		}
	}
	for i, s := range subjects {
		slices.Sort(medians[i])
		own, loop := medians[i][len(medians[i])/8], medians[0][len(medians[0])/8]
		fmt.Printf("%-18s %10.0f ns %8.1f × the loop\n", s.name, own, own/loop)
	}
}
