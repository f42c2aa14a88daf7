package docs

import _ "embed"

// Orders is the list of orders that the guide learns from: purchases of made-up
// customers, as CSV.
//
//go:embed orders.csv
var Orders []byte
