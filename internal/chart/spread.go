package chart

import "gonum.org/v1/plot/vg"

// block is a piece of text that wishes its top to be at some height.
type block struct {
	wish, height vg.Length
	top          vg.Length
}

// spread gives the blocks, which fall by wish, their places between bottom and
// top: none over another, each near its wish. A block that would stand on the
// one above it is pushed down; those that the bottom stops push back up.
func spread(blocks []block, bottom, top vg.Length) {
	for i := range blocks {
		blocks[i].top = min(blocks[i].wish, top)
		top = blocks[i].top - blocks[i].height
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		blocks[i].top = max(blocks[i].top, bottom+blocks[i].height)
		bottom = blocks[i].top
	}
}
