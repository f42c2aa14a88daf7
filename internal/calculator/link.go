package calculator

import (
	"bytes"
	"encoding/json"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// LongestQuery bounds the query of a link, in bytes: what proxies, spreadsheets
// and the server itself take.
const LongestQuery = 8 << 10

// Query writes the body of a request that was answered as the parameters of a
// query that asks the same. There is none where the calculator has no GET, or the
// query would be longer than LongestQuery.
func (c *Calculator) Query(body []byte) (params input.Params, has bool) {
	if c.Limits.PostOnly {
		return nil, false
	}
	r := exampleReader{json.NewDecoder(bytes.NewReader(body)), locale.English, c}
	r.UseNumber()
	node, err := r.node("")
	request, isRecord := node.(answer.Record)
	if err != nil || !isRecord {
		return nil, false
	}
	params = asParams(c.Request, request)
	return params, len(params.Encode()) <= LongestQuery
}
