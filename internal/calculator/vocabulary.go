package calculator

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// Entry is a field or figure, and what it is a part of.
type Entry[T any] struct {
	Part string
	Term T
}

// Fields returns every field that a request may have, those of the options last.
func Fields() []Entry[vocabulary.Field] {
	list := entries[vocabulary.Field]{name: func(f vocabulary.Field) string { return f.Name }}
	for _, c := range all {
		list.fields(c.Name, c.Request)
		if len(c.Figures.Item) > 0 {
			list.add(c.Name, ofField)
		}
		for _, m := range c.Request.Members {
			list.fields(c.Name, m.Shape)
		}
	}
	list.add("options", option.Fields()...)
	return list.all
}

// Figures returns every figure that an answer may hold.
func Figures() []Entry[vocabulary.Figure] {
	list := entries[vocabulary.Figure]{name: func(f vocabulary.Figure) string { return f.Name }}
	for _, c := range all {
		list.figures(c.Name, c.Sections)
	}
	return list.all
}

// entries gathers terms, each once in its part.
type entries[T any] struct {
	all  []Entry[T]
	name func(T) string
	seen map[[2]string]bool
}

func (e *entries[T]) add(part string, terms ...T) {
	if e.seen == nil {
		e.seen = map[[2]string]bool{}
	}
	for _, t := range terms {
		if key := [2]string{part, e.name(t)}; !e.seen[key] {
			e.seen[key] = true
			e.all = append(e.all, Entry[T]{part, t})
		}
	}
}

func (e *entries[T]) fields(calculator string, s input.Shape) {
	part := s.Part
	if part == "" {
		part = calculator
	}
	for _, f := range s.Fields {
		e.add(part, any(f).(T))
	}
}

func (e *entries[T]) figures(calculator string, sections []answer.Section) {
	for _, s := range sections {
		part := s.Part
		switch {
		case part != "":
		case s.Kind == answer.Rows:
			part = s.Name
		default:
			part = calculator
		}
		for _, c := range s.Columns {
			if c.Figure != nil {
				e.add(part, any(*c.Figure).(T))
			}
		}
		e.figures(calculator, s.Sections)
	}
}
