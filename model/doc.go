// Package model answers what a customer is worth.
//
// It costs 50 kroner to bring a new customer into the shop. It makes all the
// difference whether that customer buys one pencil and is never seen again, or
// buys every pencil of the next ten years there. LifetimeValue takes a Scenario,
// one kind of customer, and projects it period by period; Compare holds
// scenarios against one another. Packages service and plan build on the same
// projection, not rounded (Evaluate), for promises, programmes and business
// plans.
//
// # Notation
//
// Time runs in periods t = 0 … N−1 of one length, p of them a year. In the
// letters of the specification:
//
//	A   acquisition_cost        spent once, at time 0
//	b   basket_value            average order in the first period
//	g   basket_growth_rate      per period; basket_cap ends it
//	m   margin_rate             share of the basket left after the goods
//	n   orders_per_period       in the first period, f its growth per period
//	r   repeat_purchase_rate    active in one period, active in the next
//	a,v add_on_rate and _value  with a margin mₐ of their own
//	s,k service cost            per order, per period and active customer
//	d   annual_discount_rate    effective rate
//	o   timing                  0, ½ or 1: when in its period cash falls
//	S_t = r^t                   share still active; S_0 = 1
//	D_t = (1+d)^(−(t+o)/p)      discount factor
//
// # Conventions
//
// The first purchase is certain (S_0 = 1) and the perpetuity counts it; with the
// timing, that is what tells the textbook formulas apart (Fader & Hardie,
// "Reconciling and clarifying CLV formulas", note 024). Only the time of leaving
// is random in probability_of_profit. Word of mouth stands beside the lifetime
// value and is never part of it.
//
// Shares are fractions, 0.9. Money is in units of the currency. Rates of growth
// are per period, the discount rate and the rate of return per year.
//
// # Rounding
//
// Figures are those of real arithmetic on the decimal inputs, rounded once, half
// away from zero: money to the currency's minor unit or to the decimals asked
// for, everything else to six decimals. Package exact keeps 76 significant digits
// and computes again with more where that leaves a rounding open. No figure is
// made of rounded figures, so a total may differ from the sum of its rows.
//
// # Errors
//
// A request that is missing something, out of range or in conflict with itself
// is answered by Faults, all of them at once; so is a figure of a magnitude above
// 1e15. A figure that does not exist is null (not Valid) and has a Note.
//
// The package knows no clock, no environment and no randomness: the same request
// gives the same answer.
package model
