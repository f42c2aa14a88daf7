package form

import (
	"bytes"
	"errors"

	"blyant/internal/locale"
)

// Explorer puts the interactive documentation, whose page comes from a library,
// into the look of the other pages: their colours, and the way back to them.
func Explorer(page []byte, l locale.Language) ([]byte, error) {
	view := Reading{Lang: l}.entitled("", "")
	head, err := printed("explorer-head", view)
	if err != nil {
		return nil, err
	}
	top, err := printed("explorer-top", view)
	if err != nil {
		return nil, err
	}
	before, rest, titled := bytes.Cut(page, []byte("<title>Swagger UI</title>"))
	inside, after, ended := bytes.Cut(rest, []byte("</head>"))
	between, body, begun := bytes.Cut(after, []byte("<body>"))
	if !titled || !ended || !begun {
		return nil, errors.New("the page of the interactive documentation is not as it was")
	}
	// Its own sheets come first, so that ours can change them.
	return bytes.Join([][]byte{before, withoutIcons(inside), head, []byte("\n</head>"), between, []byte("<body>\n"), top, body}, nil), nil
}

// withoutIcons leaves out the lines that name other icons than ours.
func withoutIcons(head []byte) []byte {
	var lines [][]byte
	for line := range bytes.Lines(head) {
		if !bytes.Contains(line, []byte(`rel="icon"`)) {
			lines = append(lines, line)
		}
	}
	return bytes.Join(lines, nil)
}
