// Package cohort counts customers by the calendar period of their first purchase
// and by age: the table that shops look at before they fit anything.
//
// # Notation
//
// A cohort is the customers who first bought in one calendar period: a week from
// Monday, a month, a quarter or a year. A purchase's age is the number of
// calendar periods from the customer's first period to its own, 0, 1, 2, … For
// each age a cell holds who bought, their orders (not merged by day), the revenue
// and the revenue a customer to date. A cell whose period has not been observed
// to its last day is null, and counts neither in the average nor anywhere but in
// the totals.
//
// Money is exact: amounts are added up as decimals and nothing is rounded here
// but quotients, to the decimals asked for by the caller.
//
// The share of a cohort that buys at an age may rise with age, since customers
// come back: the table is no survival curve (for which see package retention,
// where leaving is seen, and package purchase, where it is not). Every result
// carries the note active_share_is_no_survival.
package cohort
