package workbook

import "github.com/xuri/excelize/v2"

// written is the date in a workbook's properties and of its parts. It is fixed
// because the same request gives the same bytes.
const written = "2026-01-01T00:00:00Z"

const producer = "blyant"

// properties has everything worked out when the file is opened: helper cells
// carry no cached value.
func (b *book) properties() {
	b.check(b.file.SetAppProps(&excelize.AppProperties{Application: producer}))
	full := true
	b.check(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
}
