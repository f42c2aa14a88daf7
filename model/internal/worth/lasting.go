package worth

import "blyant/model/internal/exact"

// Lasting returns the number of periods before the rate of retention stays the
// same for ever, that rate as a fraction, and whether there is none because
// nobody is left after those periods.
func (t *Terms) Lasting() (periods int, numerator, denominator exact.Number, ends bool) {
	periods, ends = t.head()
	numerator, denominator = t.lastRatio()
	return periods, numerator, denominator, ends
}
