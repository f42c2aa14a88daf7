//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// command sends a command of the browser's protocol.
func command[P, R any](p *tab, c cdp.Command[P, R], params P) R {
	p.Helper()
	result, err := chromedp.Call(p.ctx, c, params)
	if err != nil {
		p.Fatal(err)
	}
	return result
}

// worked is what the API answers about each customer of a page.
type worked struct {
	Summary    map[string]json.Number `json:"summary"`
	Scenarios  []worked               `json:"scenarios"`
	Comparison []map[string]any       `json:"comparison"`
}

// ask sends the query of a page to the API: that of lifetime-value for one
// customer, of comparison for more.
func (p *tab) ask(query string) []worked {
	p.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		p.Fatal(err)
	}
	resource := "/v1/lifetime-value?"
	for name := range values {
		if strings.Contains(name, ".") {
			resource = "/v1/comparison?"
		}
	}
	response := get(p.T, p.base+resource+query)
	var answer worked
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode != 200 {
		p.Fatalf("%s%s: %s, %v", resource, query, response.Status, err)
	}
	if len(answer.Scenarios) == 0 {
		return []worked{answer}
	}
	return answer.Scenarios
}

// agrees checks that every summary figure on the page is the API's, digit for
// digit, and that there are that many customers.
func (p *tab) agrees(query string, customers int) {
	p.Helper()
	answers := p.ask(query)
	if len(answers) != customers {
		p.Fatalf("the API answers about %d customers, %d expected", len(answers), customers)
	}
	for i, a := range answers {
		for name, want := range a.Summary {
			shown := p.figure(name, i)
			if expected := string(want); shown != expected && (expected != "" || shown != "null") {
				p.Errorf("%s of customer %d: the page shows %s, the API says %s", name, i+1, shown, expected)
			}
		}
	}
}

// permalink is the query of the page's own link.
func (p *tab) permalink() string {
	p.Helper()
	_, query, _ := strings.Cut(p.textContent("permalink"), "?")
	return query
}

func (p *tab) textContent(id string) string {
	p.Helper()
	return eval[string](p, "document.getElementById("+quoted(id)+").textContent")
}

// addressed is the query in the address bar.
func (p *tab) addressed() string {
	p.Helper()
	return strings.TrimPrefix(eval[string](p, "location.search"), "?")
}

// netShown is a condition: the net value of a customer is shown as these digits.
func netShown(customer int, digits string) string {
	return fmt.Sprintf(`document.querySelectorAll("tr[data-figure=net_lifetime_value] td")[%d]?.querySelector("data")?.value === %q`, customer, digits)
}
