// Package special holds the few functions of analysis that the models of
// customer behaviour need and that must stay right where the textbook forms
// overflow, cancel or divide by zero: rising factorials and digamma differences
// of large arguments, quadrature of power laws, and sums of slowly falling
// terms.
//
// All take and return float64. Arguments outside the stated ranges give NaN;
// nothing panics.
package special
