//go:build unix

package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A file split over processes, as Hadoop Streaming and Spark's pipe do it, gives the
// same rows as one process: the parts without their trailers, one after the other.
func TestSplitOverProcesses(t *testing.T) {
	const rows, processes = 3000, 3
	var lines []string
	for i := range rows {
		line := fmt.Sprintf(`{"id":"c%d","acquisition_cost":%d.5,"basket_value":%d.25,"repeat_purchase_rate":0.%02d,"basket_growth_rate":0.005,"horizon":%d}`, i, 20+i%80, 5+i%50, i%95, 1+i%120)
		if i%97 == 0 {
			line = `{"id":"bad","basket_value":"much"}`
		}
		lines = append(lines, line)
	}
	whole := throughBatch(t, lines)
	var parts []string
	for p := range processes {
		parts = append(parts, throughBatch(t, lines[p*rows/processes:(p+1)*rows/processes])...)
	}
	if strings.Join(parts, "\n") != strings.Join(whole, "\n") || len(whole) != rows {
		t.Errorf("%d rows in parts, %d in one", len(parts), len(whole))
	}
}

// throughBatch pipes lines through a process of the command, and returns what
// comes out but for the trailer, which has to be there.
func throughBatch(t *testing.T, lines []string) []string {
	t.Helper()
	command := process(t, "batch", "--from", "ndjson")
	command.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	var out bytes.Buffer
	command.Stdout = &out
	if err := command.Run(); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	last := len(answers) - 1
	if !strings.HasPrefix(answers[last], fmt.Sprintf(`{"trailer":{"rows":%d,`, len(lines))) {
		t.Fatalf("there is no trailer for %d rows: %s", len(lines), answers[last])
	}
	return answers[:last]
}
