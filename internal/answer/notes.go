package answer

import (
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// NotesOf is the section of remarks.
func NotesOf[R any](of func(*R) []vocabulary.Note) Section {
	return Section{Name: "notes", Kind: Notes, Item: "note", Columns: noteColumns(locale.English),
		notes: func(record any) []vocabulary.Note { return of(record.(*R)) }}
}

// noteColumns are the columns of notes, in the words of a language.
func noteColumns(lang locale.Language) []Column {
	return []Column{
		Words("code", func(n *vocabulary.Note) string { return n.Code }),
		Words("field", func(n *vocabulary.Note) string { return n.Field }),
		Words("message", func(n *vocabulary.Note) string { return lang.Note(*n) }),
	}
}

// notesIn are those columns in every language.
var notesIn = func() map[locale.Language][]Column {
	all := map[locale.Language][]Column{}
	for _, lang := range locale.Languages() {
		all[lang] = noteColumns(lang)
	}
	return all
}()

func columnsOfNotes(lang locale.Language) []Column {
	if columns, known := notesIn[lang]; known {
		return columns
	}
	return noteColumns(lang)
}
