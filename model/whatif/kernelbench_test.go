package whatif

import (
	"math"
	"testing"
)

var sink float64

// BenchmarkDraw measures what a draw takes beside its sampling: the net value of
// 120 periods, and with it the payback, once an input has changed; and the same
// as a loop over the periods.
func BenchmarkDraw(b *testing.B) {
	k := newKernel(month120())
	changing := func(compute func()) func(b *testing.B) {
		return func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				k.inputs[k.at.rate] = 0.9 + float64(i%64)*0.001
				compute()
			}
		}
	}
	b.Run("net", changing(func() { k.derive(); sink += k.value() - k.acquisition }))
	b.Run("net and payback", changing(func() {
		k.derive()
		sink += k.value() - k.acquisition + k.payback(1, 1).periods
	}))
	b.Run("net/loop", changing(func() { net, _ := loop(&k, 120); sink += net }))
	b.Run("net and payback/loop", changing(func() { net, payback := loop(&k, 120); sink += net + payback }))
}

// loop goes through the periods as somebody in a hurry does.
func loop(k *kernel, n int) (net, payback float64) {
	rate := k.inputs[k.at.rate]
	share, basket, orders, discount := 1.0, k.basket, k.orders, k.first
	net, total, payback := -k.acquisition, -k.acquisition, math.Inf(1)
	for t := range n {
		contribution := share * (orders*(k.margin*basket+k.addOnMargin) - k.perPeriod)
		net += contribution * discount
		if total += contribution; total >= 0 && math.IsInf(payback, 1) {
			payback = float64(t+1) - total/contribution
		}
		share, basket, orders, discount = share*rate, basket*k.growth, orders*k.orderGrowth, discount*k.factor
	}
	return net, payback
}
