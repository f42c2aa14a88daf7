// Package spend learns what a purchase of each customer is worth from the mean
// value of those seen: the fewer they are, the nearer it lies to what customers
// spend on average.
//
// # Notation
//
// Of each customer the model needs x, the number of purchases, and z̄ > 0, their
// mean value. A purchase is worth Gamma(p, ν) to a customer, and ν ~ Gamma(q, γ)
// differs among customers, independently of how often they buy. A customer's
// mean is p ÷ ν, the mean over customers
//
//	p·γ ÷ (q−1), undefined for q ≤ 1
//
// Values of zero and below have no place in the model and are left out. A
// customer of whom no purchase was seen is given the population mean: that is
// right, since nothing else is known of them.
//
// The model is fitted by maximum likelihood in logarithms; standard errors come
// from the inverse observed information.
//
// Sources: Fader & Hardie, "The Gamma-Gamma model of monetary value" (2013);
// Fader, Hardie & Lee, "RFM and CLV: using iso-value curves for customer base
// analysis", Journal of Marketing Research 42 (2005).
package spend
