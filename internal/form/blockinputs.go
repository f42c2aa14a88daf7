package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// inputs writes the values; false where a curve is too long.
func (b *block) inputs(p part, name string) bool {
	b.put(name, "")
	addOns := number(cell(p.scenario, "add_on_rate")).IsPositive() || number(cell(p.scenario, "add_on_value")).IsPositive()
	for _, f := range customerFields {
		c := cell(p.scenario, f.Name)
		if strings.HasPrefix(f.Name, "add_on_") && !addOns {
			continue
		}
		given := c.Kind != answer.Null && c.String() != f.Default && f.Numeric()
		if !given && (!slices.Contains(blockFields, f.Name) || c.Kind == answer.Null) || f.Name == "decimals" {
			continue
		}
		b.at[f.Name] = b.put(b.lang.Label(f.Name), b.digits(c.String()))
	}
	b.at["periods"] = b.put(b.lang.Page("block.periods"), strconv.Itoa(model.Period(p.period).PerYear()))
	if offset := offsets[model.Timing(text(p.scenario, "timing"))]; offset != "" {
		b.at["offset"] = b.put(b.lang.Page("block.offset"), b.digits(offset))
	}
	for _, name := range []string{"retention_curve", "survival_curve"} {
		if values := list(p.scenario, name); len(values) > 0 {
			return b.rates(name, values)
		}
	}
	return true
}

// offsets are where in its period the cash falls, but for its start.
var offsets = map[model.Timing]string{model.Mid: "0.5", model.End: "1"}

// list are the values of a list of the inputs.
func list(r answer.Record, name string) []decimal.Decimal {
	var values []decimal.Decimal
	for _, c := range cell(r, name).List {
		values = append(values, number(c))
	}
	return values
}

// rates writes a curve: what is left of the customers stands beside it.
func (b *block) rates(name string, values []decimal.Decimal) bool {
	if len(values) > longestCurve {
		return false
	}
	b.lines = append(b.lines, plainText(b.lang.Label(name))+"\t\t1")
	c := curveCells{first: "$C$" + strconv.Itoa(len(b.lines)), rates: len(values)}
	var cells []string
	for i, value := range values {
		row := strconv.Itoa(len(b.lines) + 1)
		left := "=B" + row
		if name == "retention_curve" {
			left = "=C" + strconv.Itoa(len(b.lines)) + "*B" + row
		}
		b.lines = append(b.lines, strconv.Itoa(i+1)+"\t"+b.digits(answer.Digits(value))+"\t"+left)
		cells = append(cells, "$B$"+row)
		c.last = "$C$" + row
	}
	c.left = c.first + ":" + c.last
	last := len(values) - 1
	follows := "=" + cells[last]
	if name == "survival_curve" && last > 0 {
		follows += "/" + cells[last-1]
		if values[last-1].IsZero() {
			follows = "0"
		}
	}
	c.rate = b.put(b.lang.Page("block.after"), follows)
	b.curve = &c
	return true
}
