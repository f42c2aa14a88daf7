package reference_test

import (
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/internal/golden/reference"
)

// The reference agrees with the cases from outside: neither is copied from the
// other. Long horizons are left to those cases, since every power is a product.
func TestReferenceAgreesWithTheCasesFromOutside(t *testing.T) {
	type outside struct{ Request, Summary golden.Object }
	compared := 0
	for i, c := range golden.Read[outside](t, "lifetime_value.json", 186) {
		if n, given := c.Request["horizon"].(float64); given && n > 60 {
			continue
		}
		for name, got := range reference.Summary(c.Request) {
			if want, known := c.Summary[name]; known {
				compared++
				if got != want {
					t.Errorf("case %s: %s is %v, from outside %v", strconv.Itoa(i), name, got, want)
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d figures were compared", compared)
	}
}
