package calculator

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// Work ends with its context, is waited for otherwise, and its panic is an error.
func TestBounded(t *testing.T) {
	if got, err := bounded(t.Context(), func() (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Errorf("%d %v", got, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	goOn := make(chan struct{})
	if _, err := bounded(ctx, func() (int, error) { <-goOn; return 7, nil }); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("beyond its deadline: %v", err)
	}
	if _, err := bounded(ctx, func() (int, error) { return 7, nil }); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("begun after its deadline: %v", err)
	}
	close(goOn)
	if _, err := bounded(t.Context(), func() (int, error) { panic("lost") }); err == nil || !strings.Contains(err.Error(), "lost") {
		t.Errorf("a panic is %v", err)
	}
}
