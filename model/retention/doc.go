// Package retention learns from customers who were counted period after period
// how loyal they are: whether those who stayed so far are more likely to stay,
// and for how long.
//
// Use it where leaving is seen: a subscription, a membership, a bonus card, or a
// shop that counts who bought in each year. Where customers come and go without
// a word and only their purchases are known, use package purchase.
//
// # Notation
//
// A customer leaves in period T = 1, 2, …; S(t) = P(T > t) is the share still
// there t periods after the start, S(0) = 1; r_t = S(t) ÷ S(t−1) the retention
// rate of period t.
//
//	geometric               S(t) = r^t                          one rate for all, for ever
//	shifted_beta_geometric  S(t) = B(α, β+t) ÷ B(α, β)          customers differ; the likelihood of
//	                                                            leaving is spread by a beta distribution
//	beta_discrete_weibull   S(t) = B(γ, δ+t^c) ÷ B(γ, δ)        and changes with time (c > 1: grows)
//
// The first two are the third with one kind of customer, and with c = 1. The
// models are fitted by maximum likelihood to the customers lost in each period
// and those who stayed, of one cohort or of several added up by age. `preferred`
// has the least AIC.
//
// # Uncertainty
//
// Standard errors are those of the inverse observed information. A model whose
// likelihood rises for ever (customers who do not differ, under a model in which
// they may) has no parameters, and the note no_maximum.
//
// # Sources
//
// Fader & Hardie, "How to project customer retention", Journal of Interactive
// Marketing 21 (2007); Fader, Hardie, Liu, Davin & Steenburgh, "How to project
// customer retention revisited: the role of duration dependence", same journal,
// 43 (2018); Fader & Hardie, "Customer-base valuation in a contractual setting:
// the perils of ignoring heterogeneity", Marketing Science 29 (2010), for the
// residual lifetime.
package retention
