package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"blyant/internal/batch"
)

const pencilRow = `{"id":1,"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}` + "\n"

func TestBatchCommand(t *testing.T) {
	for _, c := range []struct {
		flags    stream
		in, want string
	}{
		{stream{Fields: []string{"net_lifetime_value"}}, "\ufeff " + pencilRow, `{"id":1,"summary":{"net_lifetime_value":-40.00}}` + "\n" + `{"trailer":{"rows":1,"errors":0}}` + "\n"},
		{stream{Fields: []string{"net_lifetime_value"}, To: "csv", Header: "off"}, pencilRow, "1,-40.00,\n#trailer,1,0\n"},
		{stream{Fields: []string{"net_lifetime_value"}, Decimal: "comma"}, "acquisition_cost;basket_value;repeat_purchase_rate\n50;10,5;0\n", "id;net_lifetime_value;error\n;-39,50;\n#trailer;1;0\n"},
		{stream{Fields: []string{"affordable_service_cost_per_order"}, Resource: "comparison"},
			`{"defaults":{"acquisition_cost":50,"basket_value":10,"margin_rate":0.4,"annual_discount_rate":0.08},"scenarios":[{"name":"one","repeat_purchase_rate":0},{"name":"ten","repeat_purchase_rate":0.9,"orders_per_period":12,"basket_growth_rate":0.05,"service_cost_per_order":0.5}]}`,
			`{"id":null,"summary":{"affordable_service_cost_per_order":4.12}}` + "\n" + `{"trailer":{"rows":1,"errors":0}}` + "\n"},
	} {
		var out, progress bytes.Buffer
		c.flags = usual(c.flags)
		if err := c.flags.run(t.Context(), strings.NewReader(c.in), &out, &progress); err != nil || out.String() != c.want || progress.Len() > 0 {
			t.Errorf("%+v: %v\n%s%s", c.flags, err, out.String(), progress.String())
		}
	}
}

// usual are the flags with their defaults.
func usual(f stream) stream {
	for at, value := range map[*string]string{&f.From: "auto", &f.To: "same", &f.Resource: "lifetime-value", &f.Lang: "en", &f.Header: "on"} {
		if *at == "" {
			*at = value
		}
	}
	return f
}

func TestBatchCommandRefuses(t *testing.T) {
	for want, f := range map[string]stream{
		"--resource":         {Resource: "life"},
		"--lang":             {Lang: "fr"},
		"net_lifetime_value": {Fields: []string{"net_lifetime_valu"}},
	} {
		f = usual(f)
		if err := f.run(t.Context(), strings.NewReader(pencilRow), io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	f := usual(stream{})
	if err := f.run(t.Context(), strings.NewReader("cac\n"), io.Discard, io.Discard); !errors.Is(err, errRefused) || !strings.Contains(err.Error(), "acquisition_cost") {
		t.Errorf("an unknown column: %v", err)
	}
}

// Interrupted, the command leaves whole lines, the last of which says so.
func TestBatchCommandInterrupted(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	in, send := io.Pipe()
	var out bytes.Buffer
	ended := make(chan error, 1)
	f := usual(stream{})
	go func() { ended <- f.run(ctx, in, &out, io.Discard) }()
	for range 2000 {
		_, _ = io.WriteString(send, pencilRow)
	}
	interrupt()
	if err := <-ended; !errors.Is(err, batch.ErrStopped) {
		t.Errorf("it ended with %v", err)
	}
	lines := strings.Split(out.String(), "\n")
	for _, line := range lines[:len(lines)-2] {
		if !strings.HasPrefix(line, `{"id":1,"summary":{`) || !strings.HasSuffix(line, "}}") {
			t.Errorf("half a line: %s", line)
		}
	}
	if last := lines[len(lines)-2]; !strings.HasPrefix(last, `{"error":`) || lines[len(lines)-1] != "" {
		t.Errorf("the last line is %s", last)
	}
}

// Nobody who interrupts the command has to wait for another row.
func TestBatchCommandInterruptedWhileIdle(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	in, send := io.Pipe()
	defer func() { _ = send.Close() }()
	ended := make(chan error, 1)
	f := usual(stream{})
	go func() { ended <- f.run(ctx, in, io.Discard, io.Discard) }()
	_, _ = io.WriteString(send, strings.Repeat(pencilRow, 3))
	time.Sleep(20 * time.Millisecond)
	interrupt()
	select {
	case err := <-ended:
		if !errors.Is(err, batch.ErrStopped) {
			t.Errorf("it ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for another row")
	}
}

func TestProgress(t *testing.T) {
	p := progress{size: 4000}
	got := p.line(batch.Counts{Rows: 100, Errors: 1, Bytes: 1000}, 10*time.Second)
	if got != "100 rows, 1 with errors, 10 a second, 25 % done, 30s to go" {
		t.Error(got)
	}
}
