package workbook

// workLines are what the figures need by period beside the schedule.
//
//	V_j    = Σ_{t<j} D_t·(n_t(m·b_t + mₐ·a·v − s) − k)
//	spread = D_t·(ρ·S_t − δ(S_t − S_{t+1}))
//
// The last five carry the products of a customer without end, whatever the
// horizon, to where the rates begin to repeat.
var workLines = []lineSpec{
	{name: "retention", form: formFactor,
		next: retained},
	{name: "survival", form: formFactor, first: `1`, next: `[survival^]*[retention^]`},
	// the survival may be too small for a spreadsheet where somebody is left yet
	{name: "anyone_left", form: formWhole, first: `1`, next: `IF([retention^]=0,0,[anyone_left^])`},
	{name: "orders_each", form: formAmount,
		first: inHorizon(`@orders_per_period`),
		next:  inHorizon(`MIN(1E+200,[orders_each^]*(1+@order_growth_rate))`)},
	{name: "years", form: formFactor, next: inHorizon(`([number]-1+@timing_offset)/@periods_per_year`)},
	{name: "stay_value", form: formMoney, start: `0`, next: `[stay_value^]+` + inHorizon(stayed)},
	{name: "leaving", form: formFactor, next: inHorizon(`IF([number]=@last_period,[survival],[survival]*(1-[retention]))`)},
	{name: "sign", form: formWhole, next: `IF(ABS([contribution])<=1E-12*([revenue]+[service_cost]),0,SIGN([contribution]))`},
	{name: "log", form: formFactor, next: `IF([sign]=0,-1E+6,LN(ABS([contribution])))`},
	{name: "last_sign", form: formWhole,
		first: `IF(@inputs_valid=0,0,IF(@timing_offset>0,IF([sign]=0,-1,[sign]),` +
			`IF(ABS([contribution]-@new_customer_cost)<=1E-12*@new_customer_cost,0,SIGN([contribution]-@new_customer_cost))))`,
		next: `IF([sign]=0,[last_sign^],[sign])`},
	{name: "change", form: formWhole,
		first: `IF(AND(@timing_offset>0,[last_sign]>0),1,0)`,
		next:  `IF([last_sign^]*[last_sign]<0,1,0)`},
	{name: "earned", form: formWhole, next: inHorizon(`IF([cumulative_contribution]>=-@tolerance,1,0)`)},
	{name: "earned_discounted", form: formWhole, next: inHorizon(`IF([cumulative_present_value]>=-@tolerance,1,0)`)},
	{name: "profit", form: formFactor, next: `IF([stay_value]>=@new_customer_cost-@tolerance,[leaving],0)`},
	{name: "spread", form: formFactor,
		next: inHorizon(`[discount_factor]*[survival]*(@referrals_per_period-@deterred_per_lost_customer*(1-[retention]))`)},
	{name: "remaining", form: formMoney,
		next: inHorizon(`[orders_each]*(@margin_rate*[basket_value]+@per_order)-@service_cost_per_period+[retention]*@period_factor*[remaining>]`)},
	{name: "endless_basket", form: formMoney,
		first: `IF(@inputs_valid=0,0,MIN(@net_cap,@net_basket,1E+20))`,
		next:  `IF(@inputs_valid=0,0,MIN(@net_cap,[endless_basket^]*(1+@basket_growth_rate),1E+20))`},
	{name: "endless_orders", form: formFactor,
		first: `IF(@inputs_valid=0,0,@orders_per_period*@period_factor^@timing_offset)`,
		next:  `IF(@inputs_valid=0,0,MIN(1E+200,[endless_orders^]*[retention^]*(1+@order_growth_rate)*@period_factor))`},
	{name: "endless_active", form: formFactor,
		first: `IF(@inputs_valid=0,0,@period_factor^@timing_offset)`,
		next:  `IF(@inputs_valid=0,0,MIN(1E+200,[endless_active^]*[retention^]*@period_factor))`},
	{name: "head_value", form: formMoney,
		next: `IF([number]>@head_periods,0,[endless_orders]*(@margin_rate*[endless_basket]+@per_order)-[endless_active]*@service_cost_per_period)`},
}

// stayed is what a customer who is still there brings in one period, discounted.
const stayed = `[discount_factor]*([orders_each]*(@margin_rate*[basket_value]+@per_order)-@service_cost_per_period)`

// inHorizon is a formula for the periods that count, and 0 beyond them.
func inHorizon(formula string) string {
	return `IF([number]>@last_period,0,` + formula + `)`
}
