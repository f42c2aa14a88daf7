// Package whatif says how much a guess matters and what it would have to be:
// the value of one input at which a figure breaks even (BreakEven), the figures
// most sensitive to each input (Tornado), a figure over two inputs at once
// (Grid), and a figure whose inputs are not certain (Simulate).
//
// A metric is any figure of a summary; notation, units, ranges and rounding are
// those of package model. Break-even, tornado and grid are exact: a metric is
// never computed from a rounded one. The simulation computes in binary floating
// point, since its answer is an estimate anyway.
package whatif
