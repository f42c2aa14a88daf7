package answer

import "blyant/model/vocabulary"

// Measured is a column of a figure whose unit differs from answer to answer, as
// that of a metric does which the request names.
func Measured[R any](f vocabulary.Figure, unit func(*R) vocabulary.Unit, of func(*R) vocabulary.Rounded) Column {
	return Column{Name: f.Name, Unit: f.Unit, Figure: &f, of: func(record any) Cell {
		r := record.(*R)
		cell := FigureCell(f, of(r))
		cell.Unit = unit(r)
		return cell
	}}
}
