package api

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"blyant/internal/admission"

	"github.com/labstack/echo/v4"
)

// Large bodies are counted wherever they are read, those of tools' calls too: who
// finds no place is to come again, small ones need none, and a place is given back.
func TestLargeBodiesAreCounted(t *testing.T) {
	s := newServer(Config{})
	h := s.handler()
	large := `{"jsonrpc":"2.0","id":1,"method":"ping"` + strings.Repeat(" ", smallBody) + "}"
	send := func(target, body string) int {
		w := call(t, h, http.MethodPost, target, body, "Content-Type", "application/json", "Accept", "application/json, text/event-stream")
		return w.Code
	}
	for range largeBodies {
		s.holding.bodies <- struct{}{}
	}
	for target, small := range map[string]string{toolsPath: `{"jsonrpc":"2.0","id":1,"method":"ping"}`, value: valueBody} {
		if got := send(target, large); got != http.StatusServiceUnavailable {
			t.Errorf("%s: a large body where there is no place is answered %d", target, got)
		}
		if got := send(target, small); got != http.StatusOK {
			t.Errorf("%s: a small body is answered %d", target, got)
		}
	}
	<-s.holding.bodies
	for range 3 {
		if got := send(toolsPath, large); got != http.StatusOK {
			t.Fatalf("a large body with a place is answered %d", got)
		}
	}
	if got := len(s.holding.bodies); got != largeBodies-1 {
		t.Errorf("%d places are taken after all were answered", got)
	}
}

// A body is read whole, whatever length it is said to have.
func TestReadSmall(t *testing.T) {
	for _, length := range []int{0, 1, 511, 512, 4095, 4096, 5000, smallBody - 1} {
		text := strings.Repeat("x", length)
		for _, said := range []int64{-1, 0, int64(length), 1 << 40} {
			for name, body := range map[string]io.Reader{"at once": strings.NewReader(text), "bit by bit": &halting{text}} {
				if got, err := readSmall(body, said); err != nil || string(got) != text {
					t.Errorf("%d bytes, said to be %d, %s: %d, %v", length, said, name, len(got), err)
				}
			}
		}
	}
	if got, err := readSmall(strings.NewReader(strings.Repeat("x", smallBody+5)), 0); err != nil || len(got) != smallBody {
		t.Errorf("of a large body %d, %v", len(got), err)
	}
}

// halting gives seven bytes at a time.
type halting struct{ rest string }

func (h *halting) Read(p []byte) (int, error) {
	n := copy(p[:min(7, len(p))], h.rest)
	h.rest = h.rest[n:]
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Answers that are sent take room by their length, and give it back.
func TestKeepAnswers(t *testing.T) {
	h := newHolding()
	first, err := h.keep(heldAnswers - smallBody)
	if err != nil {
		t.Fatal(err)
	}
	var busy *admission.BusyError
	if _, err := h.keep(2 * smallBody); !errors.As(err, &busy) {
		t.Errorf("a large answer where there is no room: %v", err)
	}
	if done, err := h.keep(smallBody); err != nil {
		t.Errorf("a small answer: %v", err)
	} else {
		done()
	}
	first()
	done, err := h.keep(2 * heldAnswers) // larger than all the room has all of it
	if err != nil {
		t.Fatal(err)
	}
	done()
}

// A body is written whole, a long one part by part.
func TestWriteAll(t *testing.T) {
	for _, length := range []int{0, 1, smallBody, smallBody + 1, 3*smallBody + 17} {
		body := strings.Repeat("0123456789abcdef", length/16+1)[:length]
		w := httptest.NewRecorder()
		c := echo.New().NewContext(httptest.NewRequest(http.MethodGet, "/", nil), w)
		if err := writeAll(c, []byte(body)); err != nil || w.Body.String() != body {
			t.Errorf("of %d bytes %d were written, %v", length, w.Body.Len(), err)
		}
	}
}
