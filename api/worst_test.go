package api

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"time"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/whatif"
)

// longWinded is a scenario of 1200 weeks with twenty decimals wherever they are
// allowed.
const longWinded = `"acquisition_cost":50.12345678901234567890,"basket_value":10.12345678901234567890,"margin_rate":0.41234567890123456789,"period":"week","timing":"mid",` +
	`"orders_per_period":1.2345,"horizon":1200,"repeat_purchase_rate":0.99712345678901234567,"basket_growth_rate":0.00012345678901234567,"order_growth_rate":-0.00012345678901234567,` +
	`"annual_discount_rate":0.08123456789012345678,"service_cost_per_period":0.12345678901234567891,"referrals_per_period":0.01234567890123456789,"deterred_per_lost_customer":0.12345678901234567890`

// nearTie is worth 5.005 less next to nothing in every period from the second on.
const nearTie = `"acquisition_cost":5.005,"basket_value":5.00499999999999994995,"repeat_purchase_rate":0.00000000000000001,"horizon":1200`

// without leaves fields out of a scenario.
func without(scenario string, names ...string) string {
	var kept []string
	for _, member := range strings.Split(scenario, `,"`) {
		name, _, _ := strings.Cut(strings.Trim(member, `"`), `"`)
		if !strings.Contains(" "+strings.Join(names, " ")+" ", " "+name+" ") {
			kept = append(kept, `"`+strings.TrimPrefix(member, `"`))
		}
	}
	return strings.Join(kept, ",")
}

func times(n int, item func(i int) string) string {
	items := make([]string, n)
	for i := range items {
		items[i] = item(i)
	}
	return strings.Join(items, ",")
}

func quoted(names []string) string { return `"` + strings.Join(names, `","`) + `"` }

// worstRequests are the dearest requests that were found, by resource.
func worstRequests() map[string][]string {
	several := func(key string, n int, body string) string {
		return `"` + key + `":[` + times(n, func(i int) string { return fmt.Sprintf(`{"name":"n%d",%s}`, i, body) }) + `]`
	}
	scenario := `"scenario":{` + longWinded + `}`
	return map[string][]string{
		"lifetime-value": {`{` + longWinded + `}`, `{` + nearTie + `}`},
		"comparison":     {`{` + several("scenarios", model.MostScenarios, longWinded) + `}`, `{` + several("scenarios", model.MostScenarios, nearTie) + `}`},
		"break-even": {
			`{` + scenario + `,"solve_for":"annual_discount_rate","metric":"lifetime_value","target":1000}`,
			`{` + scenario + `,"solve_for":"basket_growth_rate","metric":"payback_periods","target":900}`,
			`{` + scenario + `,"solve_for":"repeat_purchase_rate","metric":"internal_rate_of_return","target":0.1}`,
			`{` + scenario + `,"solve_for":"order_growth_rate","metric":"net_lifetime_value","target":100}`,
		},
		"sensitivity": {`{` + scenario + `,"metric":"internal_rate_of_return"}`, `{` + scenario + `,"metric":"payback_periods"}`, `{"scenario":{` + nearTie + `}}`},
		"grid": {
			`{` + scenario + `,"metric":"internal_rate_of_return","x":{"field":"basket_value","from":1,"to":1000,"steps":51},"y":{"field":"acquisition_cost","from":1,"to":1000,"steps":51}}`,
			`{` + scenario + `,"metric":"payback_periods","x":{"field":"repeat_purchase_rate","from":0.9,"to":1,"steps":51},"y":{"field":"basket_growth_rate","from":-0.01,"to":0.01,"steps":51}}`,
		},
		"simulation": {
			`{` + scenario + `,"uncertain":{"basket_value":{"distribution":"normal","mean":10,"sd":1}},"draws":1000000,"metrics":["internal_rate_of_return"]}`,
			`{` + scenario + `,"uncertain":{"basket_value":{"distribution":"normal","mean":10,"sd":1},"repeat_purchase_rate":{"distribution":"uniform","low":0.9,"high":1}},"draws":1000000,"metrics":[` + quoted(whatif.Metrics()) + `]}`,
			`{` + scenario + `,"uncertain":{"basket_value":{"distribution":"normal","mean":10,"sd":1},"repeat_purchase_rate":{"distribution":"uniform","low":0.9,"high":1}},"draws":10000,"metrics":[` + quoted(whatif.Metrics()) + `]}`,
			`{` + scenario + `,"uncertain":{"basket_value":{"distribution":"normal","mean":10,"sd":1}},"draws":1000000}`,
		},
		"service-promise": {`{"scenario":{` + without(longWinded, "repeat_purchase_rate") + `},"exceeded_share":0.2,"met_share":0.7,"repeat_rate_exceeded":0.995,"repeat_rate_met":0.99,"repeat_rate_missed":0.9}`},
		"programmes": {`{` + scenario + `,` + several("programmes", service.MostProgrammes,
			`"repeat_purchase_rate_change":0.001,"basket_value_change":-0.9,"cost_per_period":0.3,"enrolment_cost":20,"orders_change":0.3,"rebate_rate":0.1,"free_every":7`) + `}`},
		"plan": {
			`{"plan_periods":600,"fixed_cost_per_period":100.123,` + several("segments", plan.MostSegments, longWinded+`,"new_customers_first":100.5,"new_customers_growth_rate":0.00123456789`) + `}`,
			`{"plan_periods":600,"fixed_cost_per_period":100.123,` + several("segments", plan.MostSegments, longWinded+`,"new_customers":[`+times(600, func(i int) string { return fmt.Sprint(i*7919%1000) + ".12345678" })+`]`) + `}`,
		},
	}
}

// measured is the processor time that the work took.
func measured(work func()) time.Duration {
	runtime.GC()
	began := processorTime()
	work()
	return processorTime() - began
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano())
}
