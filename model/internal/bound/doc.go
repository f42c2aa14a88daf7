// Package bound is arithmetic that knows how far its results may be from the
// true ones, and says when that is near enough to give a sign or a digit. It
// knows nothing of what is computed with it.
//
// # Four arithmetics, one interface
//
// Formulas are written once, over Arithmetic. Double has the 64 bits of a processor's
// own binary numbers; Fast has 128 bits and allocates nothing; Wide has as many bits
// as it is told; Rational has fractions of whole numbers and no error. What Double
// leaves open goes to Fast, and from there to Wide with more and more bits, and to
// Rational where no root that is irrational is involved. Whichever answers, the digits
// are the same, for each answers only what it is sure of.
//
// # Numbers that are not negative, and sums
//
// A Float is a number ≥ 0 with a count of units by which it may be off, relative
// to itself. It has products, sums, quotients and roots and no subtraction, so
// the count only ever grows by what each operation is charged: a + b + 4 for a
// product or a quotient, max(a, b) + 2 for a sum. The proof stands above each. A
// geometric series is summed by doubling, with products and sums alone. A DoubleFloat is
// the same with a processor's own rounding, which is one unit each.
//
// A Sum is of either sign, in fixed point, with an absolute error. All
// cancellation is there, where it does no harm: what is asked of a sum, its sign
// and its digits, is absolute as well.
//
// # Rounding
//
// A value within E of a computed one is on the same side of a middle between two
// reported digits where that middle is farther away than E (Ziv, Fast evaluation
// of elementary mathematical functions with correctly rounded last bit, ACM TOMS
// 17, 1991). Where it is not, the value may be that middle. Whoever asks says
// what the true value is a multiple of (Multiple), with the reason beside it: two
// multiples of 1/L that are less than 1/L apart are equal, so a middle within E
// is the value itself where 2E < 1/L. The same shows that a value is 0. A claim
// that is too weak costs time; one that is too strong costs digits, so in tests
// Rational holds each claim against the denominator in lowest terms.
//
// # Binary numbers of 64 bits
//
// Beside Double they carry error bounds, each multiplied by more than its own rounding
// can have lost, and guesses, on which no digit depends.
package bound
