package input

import "blyant/model/vocabulary"

// Form says what a member is.
type Form uint8

// Forms of members.
const (
	Object   Form = iota // one object; in a query its fields stand bare
	List                 // a list of objects; in a query KEY.field sets a field of the item KEY
	Defaults             // an object whose values fill in what the items of the list leave out; bare in a query
	Named                // one object; in a query NAME.field sets a field of it
	Map                  // an object of objects; in a query NAME.KEY is one of them, as a text
	Base                 // an Object where the list has no items, Defaults where it has
	Table                // a long list of objects, taken one by one; in a body only
)

// Member is a named part of a request.
type Member struct {
	Name string // of the member of the JSON body
	Form Form
	Shape
	Item  string   // of a list: what one of its items is called
	Most  int      // items of a list at the most
	Keys  []string // of a map: the names it may have
	Text  Compact  // of a map: how a text stands for one of its objects
	Spare bool     // it may be left out, since another may stand in its place
	Bare  string   // of a list: the field that an item is where it is written as a list
	place func(record any, key string) any
	take  func(record, row any) vocabulary.Faults // of a table
}

// One is a member that is an object, kept where a record of type R says.
func One[R any](name string, shape Shape, at func(*R) any) Member {
	return Member{Name: name, Shape: shape, place: func(record any, _ string) any { return at(record.(*R)) }}
}

// Shared is an object of values that items leave out, likewise.
func Shared[R any](name string, shape Shape, at func(*R) any) Member {
	m := One(name, shape, at)
	m.Form = Defaults
	return m
}

// Alone is an object that is asked for where the list has no items; where it
// has, its values are those that items leave out.
func Alone[R any](name string, shape Shape, at func(*R) any) Member {
	m := One(name, shape, at)
	m.Form = Base
	return m
}

// Many is a member that is a list. add is called once for each item, in order,
// with the item's KEY in a query and the empty key in JSON, and returns a new
// item of the record; see Grow. The key is also the item's name unless one is
// given.
func Many[R any](name, item string, most int, shape Shape, add func(r *R, key string) any) Member {
	return Member{Name: name, Form: List, Shape: shape, Item: item, Most: most,
		place: func(record any, key string) any { return add(record.(*R), key) }}
}

// ManyLists is a member that is a list of lists: each is the one field of an
// item. In a query it is KEY.field.
func ManyLists[R any](name, item string, most int, field vocabulary.Field, add func(r *R, key string) any) Member {
	m := Many(name, item, most, Shape{Fields: []vocabulary.Field{field}}, add)
	m.Bare = field.Name
	return m
}

// Optional makes the member one that may be left out.
func (m Member) Optional() Member { m.Spare = true; return m }

// Grow appends an item to a list that holds at most so many, and returns it. The
// list never moves, so that items may be kept by their addresses.
func Grow[T any](list *[]T, most int) *T {
	if *list == nil {
		*list = make([]T, 0, most)
	}
	var item T
	*list = append(*list, item)
	return &(*list)[len(*list)-1]
}

// Inside returns where the record keeps the member that is an object.
func (m Member) Inside(record any) any { return m.place(record, "") }
