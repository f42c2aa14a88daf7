// Package worth computes what one customer is worth, not rounded: the projection
// period by period, its totals, and the figures as functions of it (Metric).
// It is the engine of package model and of the packages below it, in the letters
// of the specification; nobody outside sees it.
package worth
