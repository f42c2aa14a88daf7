package calculator

import (
	"context"
	"errors"
	"testing"
	"time"

	"blyant/model/purchase"
)

// Whoever waits for a turn waits no longer than the context, and a turn is given
// back, by a panic too.
func TestTurns(t *testing.T) {
	one := func(context.Context) (int, error) { return 7, nil }
	for range 3 * cap(turns) {
		if got, err := inTurn(t.Context(), one); got != 7 || err != nil {
			t.Fatal(got, err)
		}
		func() {
			defer func() { _ = recover() }()
			_, _ = inTurn(t.Context(), func(context.Context) (int, error) { panic("lost") })
		}()
	}
	for range cap(turns) {
		turns <- struct{}{}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := inTurn(ctx, one); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("without a turn: %v", err)
	}
	for range cap(turns) {
		<-turns
	}
}

// A fit that nobody waits for any longer ends, wherever it is: the rows are many
// enough that it would take minutes.
func TestFitEndsWithItsContext(t *testing.T) {
	customers := make([]purchase.Customer, 200_000)
	for i := range customers {
		span := 30 + float64(i)/1000
		customers[i] = purchase.Customer{X: 1 + i%7, TX: span * float64(1+i%97) / 98, T: span, ZBar: float64(1 + i%1013), Count: 1}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	started := time.Now()
	_, err := purchase.FitContext(ctx, purchase.Request{Customers: customers, PerCustomer: true, Ahead: purchase.MostAhead, AnnualDiscountRate: 0.1})
	if took := time.Since(started); !errors.Is(err, context.DeadlineExceeded) || took > 10*time.Second {
		t.Errorf("%v after %v", err, took)
	}
}
