package input

import "github.com/shopspring/decimal"

// numbers are numbers that came before. A decimal never changes, so one that is
// the same needs no memory of its own.
type numbers [1 << rememberedBits]struct {
	short
	decimal decimal.Decimal
	known   bool
}

const rememberedBits = 10

// decimal returns the number with the digits that it was given.
func (m *numbers) decimal(n short) decimal.Decimal {
	const spread = 0x9E3779B97F4A7C15 // 2^64 ÷ the golden ratio (Knuth, volume 3, 6.4)
	kept := &m[(uint64(n.coefficient)*spread+uint64(n.places)*spread<<7)>>(64-rememberedBits)]
	if !kept.known || kept.short != n {
		kept.short, kept.decimal, kept.known = n, decimal.New(n.coefficient, -int32(n.places)), true
	}
	return kept.decimal
}
