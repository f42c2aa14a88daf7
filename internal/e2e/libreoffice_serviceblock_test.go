//go:build e2e

package e2e

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"blyant/internal/locale"
)

// serviceBlock is a page beside the first that gives a block to paste: the figures of
// the block, queries, and cells to change.
type serviceBlock struct {
	page, resource, own string // own are the parameters' key
	figures, queries    []string
	changes             [][2]string
}

var serviceBlocks = []serviceBlock{
	{"/service-promise", "/v1/service-promise", "",
		[]string{"perceived_exceeded", "perceived_met", "perceived_missed", "repeat_purchase_rate", "lifetime_value", "net_lifetime_value", "promise_word_of_mouth"},
		[]string{
			"acquisition_cost=180&basket_value=620&margin_rate=0.38&orders_per_period=1.5&service_cost_per_order=49&annual_discount_rate=0.1&period=quarter&horizon=20" +
				"&exceeded_share=0.15&met_share=0.73&noticed_share=0.5&doubted_share=0.1&taken_as_standard_share=0.25" +
				"&repeat_rate_exceeded=0.9&repeat_rate_met=0.82&repeat_rate_missed=0.45&referrals_per_exceeded=0.02",
			"acquisition_cost=80&basket_value=125&vat_rate=0.25&basket_growth_rate=0.02&basket_cap=140&timing=end&annual_discount_rate=0.05&currency=JPY&period=month&horizon=60" +
				"&exceeded_share=0&met_share=0.9&repeat_rate_exceeded=0.9&repeat_rate_met=0.8&repeat_rate_missed=0.4&deterred_per_missed=0.03",
		},
		[][2]string{{"met_share", "0.7"}, {"noticed_share", "0.8"}, {"repeat_rate_missed", "0.5"}, {"basket_value", "99.5"}, {"horizon", "12"}}},
	{"/programmes", "/v1/programmes", "one.",
		[]string{"value_with", "cost_per_participant", "gain_per_participant", "total_cost", "total_gain", "return_on_cost"},
		[]string{
			"acquisition_cost=60&basket_value=139&margin_rate=0.62&orders_per_period=3&repeat_purchase_rate=0.9&service_cost_per_order=4&annual_discount_rate=0.08&period=month&horizon=36&customers=800" +
				"&one.name=Kort&one.repeat_purchase_rate_change=0.03&one.orders_change=0.08&one.cost_per_period=0.5&one.enrolment_cost=3&one.free_every=10&one.redemption_rate=0.7&one.fixed_cost=4000&one.participation_rate=0.5",
			"acquisition_cost=60&basket_value=139&vat_rate=0.25&basket_cap=160&margin_rate=0.62&add_on_value=40&repeat_purchase_rate=0.8&timing=mid&annual_discount_rate=0.08&horizon=8" +
				"&one.name=Poeng&one.rebate_rate=0.03&one.basket_value_change=0.05&one.basket_growth_rate_change=0.01&one.add_on_rate_change=0.2&one.cost_per_order=1.5",
		},
		[][2]string{{"repeat_purchase_rate_change", "0.02"}, {"basket_value", "150.5"}, {"customers", "1000"}, {"rebate_rate", "0.05"}, {"horizon", "6"}}},
}

// serviceBlocks wants what the other pages give to paste to work out the API's
// figures, also after cells are changed to what a user of the locale types.
func (s *spreadsheet) serviceBlocks() {
	lang, _ := locale.Parse(s.lang)
	for _, page := range serviceBlocks {
		for _, query := range page.queries {
			rows := s.block(page.page, query)
			s.agreesWithService(page, rows, query)
			changed := 0
			for _, change := range page.changes {
				field, value := change[0], change[1]
				old := regexp.MustCompile(`(^|&)(` + regexp.QuoteMeta(page.own) + `)?` + field + `=[^&]*`)
				row, has := rows[lang.Label(field)]
				if !has || !old.MatchString(query) {
					continue
				}
				changed++
				query = old.ReplaceAllString(query, "${1}${2}"+field+"="+value)
				s.ask("write", map[string]any{"at": place{Ref: fmt.Sprintf("B%d", row)}, "local": strings.Replace(value, ".", lang.DecimalMark(), 1)}, nil)
				s.recalculate(query)
				s.agreesWithService(page, rows, query)
			}
			if changed < 3 {
				s.t.Errorf("%s: only %d cells were changed of %v", query, changed, rows)
			}
		}
	}
}

// agreesWithService compares all figures of the block with the API's.
func (s *spreadsheet) agreesWithService(page serviceBlock, rows map[string]int, query string) {
	s.t.Helper()
	lang, _ := locale.Parse(s.lang)
	for _, figure := range page.figures {
		row, has := rows[lang.Label(figure)]
		if !has {
			s.t.Fatalf("%s: there is no %s in %v", query, figure, rows)
		}
		want, err := strconv.ParseFloat(strings.TrimSpace(string(s.get(page.resource+"/"+figure+"?"+query))), 64)
		must(s.t, err)
		got := s.read(place{Ref: fmt.Sprintf("B%d", row)})[0]
		if got.Type != "FORMULA" || got.Error != 0 || got.Value != want {
			s.t.Errorf("%s of %s is %s %q (error %d), the API says %v", figure, query, got.Type, got.Text, got.Error, want)
		}
	}
}
