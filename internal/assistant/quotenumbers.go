package assistant

import "bytes"

// quoteNumbers puts the numbers of a JSON document in quotes, digit for digit.
func quoteNumbers(document []byte) []byte {
	out := make([]byte, 0, len(document)+len(document)/4)
	for i := 0; i < len(document); {
		end := i + 1
		switch b := document[i]; {
		case b == '"':
			end = afterString(document, i)
			out = append(out, document[i:end]...)
		case b == '-' || b >= '0' && b <= '9':
			end = i + len(document[i:]) - len(bytes.TrimLeft(document[i:], "+-.0123456789eE"))
			out = append(append(append(out, '"'), document[i:end]...), '"')
		default:
			out = append(out, b)
		}
		i = end
	}
	return out
}

// afterString is where a string that starts at i has ended.
func afterString(document []byte, i int) int {
	for i++; document[i] != '"'; i++ {
		if document[i] == '\\' {
			i++
		}
	}
	return i + 1
}
