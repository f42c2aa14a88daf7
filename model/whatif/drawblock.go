package whatif

import "math/rand/v2"

// block is the number of draws that share a stream of random numbers, so that
// any processor may take any block.
const block = 4096

// block draws one block from its own stream.
func (s *simulation) block(b int, clipped []int) {
	stream := rand.New(rand.NewPCG(uint64(s.request.Seed.Int), uint64(b)))
	k := s.base.clone()
	for i := b * block; i < min((b+1)*block, s.request.Draws.Int); i++ {
		for j, source := range s.sources {
			x := source.quantile(open(stream))
			if held := min(max(x, source.least), source.most); held != x {
				x = held
				clipped[j]++
			}
			k.inputs[source.place] = x
			s.inputs[j][i] = x
		}
		s.hold(&k, i, clipped)
		k.derive()
		for j, metric := range s.metrics {
			s.values[j][i] = metric(&k)
		}
	}
}

// hold keeps a basket that was drawn above the cap drawn with it at the cap.
func (s *simulation) hold(k *kernel, i int, clipped []int) {
	if k.at.basket < 0 || !k.capped || k.inputs[k.at.basket] <= k.inputs[k.at.cap] {
		return
	}
	k.inputs[k.at.basket] = k.inputs[k.at.cap]
	for j, source := range s.sources {
		if source.place == k.at.basket {
			s.inputs[j][i] = k.inputs[k.at.cap]
			clipped[j]++
		}
	}
}

// open is a random number strictly between 0 and 1, where every quantile is
// finite.
func open(stream *rand.Rand) float64 {
	return (float64(stream.Uint64()>>11) + 0.5) / (1 << 53)
}
