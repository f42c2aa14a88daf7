package exact

import "math"

// Near is a number in binary: true within Off of Value.
type Near struct{ Value, Off float64 }

// roughly are numbers in binary.
func roughly(x []Number) []Near {
	near := make([]Near, len(x))
	for i, v := range x {
		f := v.Float64()
		near[i] = Near{f, math.Abs(f) * binaryError}
	}
	return near
}

// What binary numbers here may be off by: a part of their size, far above the
// 2^−53 of one operation times the thousands that are chained, and beside it
// what fixed point with 45 decimals is off by, and more.
const (
	binaryError = 1e-11
	fixedError  = 1e-30
)

// beyondReport is a size that no figure has, and with something to spare.
const beyondReport = 1e17

// Spreading foretells a renewal equation with u_j and c_t: how many digits an
// error grows by, the digits of the greatest E_j for φ = 1 (see Renew and
// Wider), and how many of its steps there are before a w_j is certainly
// too large to report. E_j is 0 where w_j is held at 0 for certain, that is by
// more than its value in binary, found alongside, may be off.
func Spreading(c, u []Near) (digits, steps int) {
	s := spreading{c: c, w: make([]Near, len(u)), e: make([]float64, len(u)), fresh: 1, greatest: 1}
	for j := range u {
		s.next(j, u[j])
		if s.w[j].Value-s.w[j].Off > beyondReport {
			return s.digits(), j + 1
		}
	}
	return s.digits(), len(u)
}

type spreading struct {
	c, w     []Near
	e        []float64 // E_j, over 10^scaled
	fresh    float64   // φ, likewise
	greatest float64
	scaled   int
}

func (s *spreading) next(j int, u Near) {
	value, off, e := u.Value, u.Off, s.fresh
	for i := max(0, j-len(s.c)); i < j; i++ {
		c, w := s.c[j-1-i], s.w[i]
		size := math.Abs(c.Value)
		value += float64(c.Value * w.Value)
		off += size*w.Off + c.Off*(w.Value+w.Off) + size*w.Value*binaryError
		e += size * s.e[i]
	}
	off += fixedError
	switch {
	case value < -off:
		return // nobody, for certain
	case value < 0:
		off, value = off-value, 0
	}
	s.w[j], s.e[j] = Near{value, off}, e
	if s.greatest = math.Max(s.greatest, e); s.greatest > tooLarge {
		s.scale(j)
	}
}

// E is scaled down before it overflows.
const (
	tooLarge       = 1e200
	tooLargeDigits = 200
)

func (s *spreading) scale(j int) {
	for i := range s.e[:j+1] {
		s.e[i] /= tooLarge
	}
	s.scaled, s.fresh, s.greatest = s.scaled+tooLargeDigits, s.fresh/tooLarge, s.greatest/tooLarge
}

func (s *spreading) digits() int {
	return s.scaled + int(math.Ceil(math.Log10(math.Max(s.greatest, 1)))) + 1
}
