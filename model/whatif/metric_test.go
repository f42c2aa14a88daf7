package whatif

import (
	"slices"
	"testing"

	"blyant/model"
)

// Every figure of a summary can be asked about, in its order, and every metric is
// one of a summary's figures.
func TestMetricsAreThoseOfASummary(t *testing.T) {
	var reported []string
	for _, f := range model.SummaryFigures() {
		reported = append(reported, f.Name)
	}
	if !slices.Equal(Metrics(), reported) {
		t.Errorf("metrics %v, figures of a summary %v", Metrics(), reported)
	}
	for _, name := range Metrics() {
		if kernelMetrics[name] == nil {
			t.Errorf("%s is not simulated", name)
		}
		if readBy[name] == nil {
			t.Errorf("nobody knows which fields %s reads", name)
		}
	}
}
