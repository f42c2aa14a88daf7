package chart

import (
	"math"
	"strconv"
	"strings"

	"blyant/internal/locale"
)

// tick is a place on an axis and what it is called.
type tick struct {
	value float64
	label string
}

// unit is the size in which an axis counts money: ones, millions, … so that no
// tick has more than a handful of digits.
type unit struct {
	size float64
	key  string // of its word, empty for ones
}

// percentages count shares.
var percentages = unit{size: 0.01}

// unitFor returns the unit for amounts of that magnitude. What would be written
// with four digits for the three that count has the next one.
func unitFor(most float64) unit {
	for _, u := range []unit{{1e12, "chart.amount.trillion"}, {1e9, "chart.amount.billion"}, {1e6, "chart.amount.million"}} {
		if most >= u.size*0.9995 {
			return u
		}
	}
	if most >= 1e4 {
		return unit{1e3, "chart.amount.thousand"}
	}
	return unit{1, ""}
}

// title is the currency, which may be empty, with the unit's word: million NOK.
func (u unit) title(currency string, lang locale.Language) string {
	switch {
	case u == percentages:
		return strings.TrimSpace(lang.PercentSign())
	case u.key == "":
		return currency
	}
	return strings.TrimSpace(lang.Text(u.key) + " " + currency)
}

// moneyTicks returns ticks at round amounts from least to most, zero among
// them, about as many as asked for. Labels have the decimals that the steps
// need and no more.
func moneyTicks(least, most float64, count int, u unit, lang locale.Language) []tick {
	step := roundStep((most - least) / float64(count))
	if count > 1 && math.Floor(most/step+1e-9)-math.Ceil(least/step-1e-9) < 1 {
		step = roundStep(step * 0.4) // zero alone would not tell the scale
	}
	decimals := max(0, int(-math.Floor(math.Log10(step/u.size)+1e-9)))
	var ticks []tick
	for k := math.Ceil(least/step - 1e-9); k*step <= most+step*1e-9; k++ {
		label := "0"
		if k != 0 {
			label = fixed(k*(step/u.size), decimals)
		}
		ticks = append(ticks, tick{value: k * step, label: written(label, lang)})
	}
	return ticks
}

// roundStep returns the first of 1, 2, 5, 10, 20, 50, … that is at least x.
func roundStep(x float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(x)))
	for _, digit := range []float64{1, 2, 5} {
		if digit*power >= x*(1-1e-9) {
			return digit * power
		}
	}
	return 10 * power
}

// periodTicks returns ticks at whole periods from 0 to last, at most count of
// them, at whole years where the steps are longer than one.
func periodTicks(last float64, count int, perYear int, lang locale.Language) []tick {
	step := periodStep(last/float64(count), perYear)
	var ticks []tick
	for x := 0.0; x <= last; x += step {
		ticks = append(ticks, tick{value: x, label: lang.Number(fixed(x, 0))})
	}
	return ticks
}

// periodStep returns the least step that people count periods in and that is
// at least x: parts of a year below one, then 1, 2, 5, 10, … years.
func periodStep(x float64, perYear int) float64 {
	if parts := yearParts(perYear); len(parts) > 0 && x <= float64(parts[len(parts)-1]) {
		for _, part := range parts {
			if float64(part) >= x {
				return float64(part)
			}
		}
	}
	if x < 1 {
		return 1
	}
	if perYear <= 1 {
		return roundStep(x)
	}
	return float64(perYear) * math.Max(1, roundStep(x/float64(perYear)))
}

// yearParts are the steps below a year.
func yearParts(perYear int) []int {
	switch perYear {
	case 4:
		return []int{1, 2}
	case 12:
		return []int{1, 2, 3, 6}
	case 52:
		return []int{1, 2, 4, 13, 26}
	}
	return nil
}

// fixed writes x with so many decimals, as a canonical number.
func fixed(x float64, decimals int) string {
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}
