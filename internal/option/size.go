package option

import "blyant/model/vocabulary"

// Size of a chart where none is asked for, in pixels.
const (
	DefaultWidth  = 800
	DefaultHeight = 400
)

// The limits of a chart's size.
const (
	leastSize   = 100
	largestSize = 2000
)

// largestScale is how many times finer a PNG may be: more is seen by nobody.
const largestScale = 2

// mostPixels is how many a PNG may have: those of the largest one that is not scaled.
const mostPixels = largestSize * largestSize

func pixels(name, usual string) vocabulary.Field {
	return vocabulary.WholeNumber(name, vocabulary.UnitCount, leastSize, largestSize).Defaults(usual)
}

// Size is the width and height of a chart.
func (o *Options) Size() (width, height int) {
	width, height = DefaultWidth, DefaultHeight
	if o.Width.Valid {
		width = o.Width.Int
	}
	if o.Height.Valid {
		height = o.Height.Int
	}
	return width, height
}

// Scaled is how many pixels to each side stand for one of the width and height.
func (o *Options) Scaled() int {
	if o.Scale.Valid {
		return o.Scale.Int
	}
	return 1
}

// Pixels is how many there are in a picture of dots, which is what it costs.
func (o *Options) Pixels() int {
	width, height := o.Size()
	return width * height * o.Scaled() * o.Scaled()
}
