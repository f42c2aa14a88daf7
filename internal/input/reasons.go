package input

// Reasons of the faults that reading finds, with the arguments of their
// sentences. Those of numbers (not_a_number, ambiguous_number, ambiguous_comma,
// decimal_comma, percent_not_allowed: the value; too_many_digits and
// too_many_decimals: the digits allowed) are declared in locale, those of ranges
// and missing fields in model.
const (
	reasonUnknownField      = "unknown_field"       // field
	reasonUnknownKey        = "unknown_key"         // key
	reasonDuplicate         = "duplicate"           // field
	reasonEmptyValue        = "empty_value"         // none: a value of a list is missing
	reasonTextExpected      = "text_expected"       // value
	reasonAmbiguousList     = "ambiguous_list"      // value
	reasonListExpected      = "list_expected"       // value
	reasonObjectExpected    = "object_expected"     // value
	reasonCompactForm       = "compact_form"        // value, what it should look like
	reasonUnprintable       = "unprintable"         // none: a control character in a text
	reasonTooManyItems      = "too_many_items"      // how many, at most
	reasonTooManyRows       = "too_many_rows"       // at most
	reasonTooManyParameters = "too_many_parameters" // at most
	reasonMoreFaults        = "more_faults"         // how many are not listed
	reasonNotUTF8           = "not_utf8"            // none
	reasonEmptyBody         = "empty_body"          // none
	reasonNotJSON           = "not_json"            // line, column
	reasonNotAnObject       = "not_an_object"       // value
	reasonTrailingData      = "trailing_data"       // line, column
	reasonSecondValue       = "second_value"        // line, column
	reasonTooDeep           = "too_deep"            // at most
	reasonIDExpected        = "id_expected"         // value
	reasonCells             = "cells_in_row"        // cells of the row, columns of the header
)
