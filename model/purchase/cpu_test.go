//go:build unix && !race

package purchase_test

import (
	"slices"
	"syscall"
	"testing"
	"time"

	"blyant/model/purchase"
)

// processor is the time that the process has had of the cores, which other
// processes do not lengthen.
func processor(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// CDNOW is fitted within a bound of processor time: the medians of eleven fits,
// which docs/performance.md has.
func TestFitsAreQuick(t *testing.T) {
	customers := cdnow(t)
	for name, most := range map[string]time.Duration{purchase.ModelBGNBD: 20 * time.Millisecond, purchase.ModelMBGNBD: 20 * time.Millisecond, purchase.ModelParetoNBD: 200 * time.Millisecond} {
		var took []time.Duration
		for range 11 {
			began := processor(t)
			if _, err := purchase.FitModel(name, customers); err != nil {
				t.Fatal(err)
			}
			took = append(took, processor(t)-began)
		}
		slices.Sort(took)
		t.Logf("%s: %v", name, took[len(took)/2])
		if took[len(took)/2] > most {
			t.Errorf("%s takes %v, more than %v", name, took[len(took)/2], most)
		}
	}
}
