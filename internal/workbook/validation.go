package workbook

import (
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// validate has the spreadsheet refuse what the field does not allow. What is
// pasted or written by a program passes it by: the check beside the cell does not.
// rows is how many periods there is room for.
func (s *sheet) validate(f vocabulary.Field, rows int, cell, basket string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cell)
	b, message, err := s.book, "", error(nil)
	least, most := f.Min.InexactFloat64(), f.Max.InexactFloat64()
	switch {
	case f.Name == "horizon" || f.Name == "plan_periods":
		message = b.rangeText(f, f.Min, decimal.NewFromInt(int64(rows)))
		err = v.SetRange(1, rows, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case f.Name == "basket_cap":
		message = b.text("validation.cap")
		err = v.SetRange(basket, most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case f.Name == "currency":
		message = b.text("check.currency")
		err = v.SetRange(3, 3, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween)
	case f.Kind == vocabulary.KindDate:
		message = b.text("check.date")
		err = v.SetRange(61, 2958465, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case f.Kind == vocabulary.KindText:
		message = b.text("check.length", "max", itoa(f.MaxLength))
		err = v.SetRange(0, f.MaxLength, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween)
	case f.Kind == vocabulary.KindChoice:
		message = b.choiceText(f)
		err = v.SetDropList(b.choiceWords(f.Name))
	case f.Kind == vocabulary.KindWhole:
		message = b.rangeText(f, f.Min, f.Max)
		err = v.SetRange(least, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	default:
		message = b.rangeText(f, f.Min, f.Max)
		err = v.SetRange(least, most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	}
	b.check(err)
	v.SetError(excelize.DataValidationErrorStyleStop, cut(b.text("validation.title"), 31), cut(message, 254))
	s.checks = append(s.checks, v)
}

// whole has a cell take whole numbers from least to most only.
func (s *sheet) whole(cell string, least, most int, message string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cell)
	s.book.check(v.SetRange(least, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
	v.SetError(excelize.DataValidationErrorStyleStop, cut(s.book.text("validation.title"), 31), cut(message, 254))
	s.checks = append(s.checks, v)
}
