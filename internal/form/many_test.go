package form

import (
	"fmt"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// crowd is a query of so many customers.
func crowd(n int) string {
	var query strings.Builder
	query.WriteString("basket_value=10.5&acquisition_cost=50&currency=SEK&horizon=10")
	for i := range n {
		fmt.Fprintf(&query, "&k%d.name=Kund+%d&k%d.repeat_purchase_rate=0.%d", i, i+1, i, 10+i)
	}
	return query.String()
}

// More customers than the form has columns for are a table, with the reason; what
// the form sends are the same customers, and one can be taken out.
func TestManyCustomers(t *testing.T) {
	for _, n := range []int{5, 20} {
		page := rendered(t, locale.Swedish, crowd(n), false)
		for _, wanted := range []string{
			fmt.Sprintf("Formuläret har plats för 4 bredvid varandra, så dessa %d visas som en tabell.", n),
			`<input type="hidden" name="k4.basket_value" value="10,5">`, `<input type="hidden" name="k4.repeat_purchase_rate" value="14">`,
			`value="remove:k4" aria-label="Ta bort: Kund 5"`, "<td>14\u00a0%</td>", `>Kund 5</a></th>`,
		} {
			if !strings.Contains(page, wanted) {
				t.Errorf("%d: %q is not on the page", n, wanted)
			}
		}
		if strings.Contains(page, `<input class="name"`) || strings.Count(page, `<th scope="row">Kund `) < 2*n {
			t.Errorf("%d: there are columns to type in, or customers are missing", n)
		}
	}
	p, _ := input.ParseQuery(crowd(5))
	left, _ := Edit(ValuePage(), p, "remove:k2", locale.Swedish)
	if page := rendered(t, locale.Swedish, left.Encode(), false); strings.Count(page, `<input class="name"`) != 4 || strings.Contains(page, "Kund 3<") {
		t.Error("with one taken out there is no form for four")
	}
}
