package api

import (
	"strconv"
	"strings"
)

// preference is one element of an Accept header.
type preference struct {
	value   string  // text/csv, text/*, */*; gzip
	quality float64 // 0 means: not this
}

// preferences reads a header such as "text/csv, */*;q=0.1". Parameters other
// than q are left out of account, elements that make no sense are skipped.
func preferences(header string) []preference {
	var all []preference
	for element := range strings.SplitSeq(header, ",") {
		value, parameters, _ := strings.Cut(element, ";")
		value = strings.ToLower(strings.TrimSpace(value))
		if quality, ok := qualityOf(parameters); ok && value != "" {
			all = append(all, preference{value, quality})
		}
	}
	return all
}

// qualityOf reads q, 1 where it is not given.
func qualityOf(parameters string) (float64, bool) {
	for parameter := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(parameter, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "q") {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		return q, err == nil && q >= 0 && q <= 1
	}
	return 1, true
}

// acceptsGzip reports whether an Accept-Encoding header allows gzip.
func acceptsGzip(header string) bool {
	allowed := false
	for _, p := range preferences(header) {
		switch p.value {
		case "gzip", "x-gzip":
			return p.quality > 0
		case "*":
			allowed = p.quality > 0
		}
	}
	return allowed
}
