package format

import (
	"testing"

	"blyant/internal/answer"
)

func TestText(t *testing.T) {
	tests := []struct {
		cell  answer.Cell
		comma bool
		want  string
	}{
		{number("1950.00"), false, "1950.00"},
		{number("1950.00"), true, "1950,00"},
		{number("-46.00"), true, "-46,00"},
		{number("50"), true, "50"},
		{answer.Int(3), true, "3"},
		{answer.Cell{Kind: answer.Null}, false, "#N/A"},
		{answer.Cell{Kind: answer.Null}, true, "#N/A"},
		{answer.String("v1.5"), true, "v1.5"},
		{answer.Bool(true), true, "true"},
	}
	for _, test := range tests {
		if got := Text(test.cell, test.comma); got != test.want {
			t.Errorf("Text(%+v, %v) = %q, want %q", test.cell, test.comma, got, test.want)
		}
	}
}
