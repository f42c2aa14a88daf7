// Package purchase learns from purchases how often customers buy, how likely
// each of them is to have left without a word, and what they will still buy.
//
// Use it where customers need not say goodbye: a shop. Where leaving is seen,
// use package retention; for what a purchase is worth, package spend.
//
// # Notation
//
// Time runs in units (day, week, month) from a customer's first purchase, which
// is given and not counted. Of each customer the models need only
//
//	x    repeat purchases: days with a purchase after the first such day
//	t_x  the last of them, 0 where x = 0
//	T    time observed, 0 ≤ t_x ≤ T
//	z̄    mean value of a repeat purchase
//
// so that customers who are alike in these are one row with a count, and the
// cost of a fit follows the distinct rows. While active a customer buys at
// random at a rate λ, which follows a gamma distribution (r, α) over customers;
// the models differ in how customers leave:
//
//	bg_nbd      after each repeat purchase with probability p ~ Beta(a, b)
//	mbg_nbd     after each purchase, the first one too, with p ~ Beta(a, b)
//	pareto_nbd  at any moment at a rate μ ~ Gamma(s, β)
//
// E(t) is the expected number of repeat purchases of a new customer to time t.
//
// # Uncertainty
//
// Models are fitted by maximum likelihood, in logarithms, from several starts
// with exact gradients. A likelihood without an inner maximum gives an error
// (*NoMaximumError) and never an estimate. Standard errors come from the inverse
// observed information; intervals are symmetric in the logarithm.
//
// # Numerics
//
// Nothing is computed from hypergeometric functions of the textbook forms,
// which divide by zero at a = 1, s = 1 and α = β and cancel near them: sums and
// integrals whose terms are all positive stand in their place.
//
// # Sources
//
// Fader, Hardie & Lee, "Counting your customers the easy way: an alternative to
// the Pareto/NBD model", Marketing Science 24 (2005); Batislam, Denizel &
// Filiztekin, "Empirical validation and comparison of models for customer base
// analysis", International Journal of Research in Marketing 24 (2007);
// Schmittlein, Morrison & Colombo, "Counting your customers: who are they and
// what will they do next?", Management Science 33 (1987); Fader & Hardie's notes
// on deriving and computing the Pareto/NBD model.
package purchase
