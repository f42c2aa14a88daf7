package api

import "sync"

// buffer is memory for the bytes of an answer that goes on to another answer once
// this one is sent: that of a schedule grows to 64 KB, in several steps.
type buffer struct{ kept *[]byte }

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// mostKept bounds what is kept, in bytes.
const mostKept = 1 << 20

// begin returns an empty slice to append to.
func (b *buffer) begin() []byte {
	b.kept = buffers.Get().(*[]byte) // the pool holds nothing else
	return (*b.kept)[:0]
}

// end gives the memory back. The body, which was appended to what begin returned
// if that was called at all, is not to be used any more.
func (b *buffer) end(body []byte) {
	if b.kept == nil {
		return
	}
	if cap(body) <= mostKept {
		*b.kept = body[:0]
		buffers.Put(b.kept)
	}
	b.kept = nil
}
