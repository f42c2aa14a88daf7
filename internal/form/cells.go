package form

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// cellView is a place to type.
type cellView struct {
	Name, Item, Value string
	Mode              string // inputmode: decimal, numeric or text
	Sign              string // stands in the field, behind what is typed
	Blank             string // what a blank stands for
	Fault, Remark     string
	See               string // the field whose fault is also this one's
	Slider            *sliderView
	Choices           []choiceView
	Rest              string // what the others leave, which nobody types; empty where one does
}

// percent is a share as the number before the sign.
func percent(share decimal.Decimal) string { return trimmed(share.Shift(2)).String() }

// percentText is the same of a text; one that is no number stays.
func percentText(share string) string {
	d, err := decimal.NewFromString(share)
	if err != nil {
		return share
	}
	return percent(d)
}

type choiceView struct {
	Value, Label string
	Chosen       bool
}

// sliderView is what the script needs to put a slider beside a field, in
// percent. Default
// is where it stands as long as the field is blank.
type sliderView struct{ From, To, Step, Default, Label string }

func (v *viewer) cell(f vocabulary.Field, name, item, text string) cellView {
	c := cellView{Name: name, Item: item, Value: v.shown(f, text), Mode: mode(f), Sign: v.sign(f)}
	key, _ := splitField(name)
	c.Blank = v.placeholder(f, key)
	if c.Fault = v.faultAt(name, f.Name); c.Fault == "" {
		c.Remark = v.smallShare(f, text)
	}
	if f.Kind == vocabulary.KindChoice {
		c.Choices = v.choices(f, c.Value)
	}
	if s, has := v.Page.slider(f.Name); has {
		c.Slider = &sliderView{From: percent(s.From), To: percent(s.To), Step: percent(s.Step), Default: percentText(f.Default), Label: v.Lang.Page("slider", "field", v.Lang.Label(f.Name))}
		if item != "" {
			c.Slider.Label = v.Lang.Page("slider.of", "field", v.Lang.Label(f.Name), "name", item)
		}
	}
	if at := slices.Index(v.Page.Sum, name); at > 0 && v.faultOfSum() {
		c.See = v.Page.Sum[0]
	}
	if n := len(v.Page.Sum); n > 0 && name == v.Page.Sum[n-1] {
		c.Rest = v.theRest()
	}
	return c
}

// inputName is the parameter of an item's field.
func inputName(key, field string) string {
	if key == "" {
		return field
	}
	return key + "." + field
}

// shown is a text as the form shows it: as it was typed, or, where it came with
// a link, as one would type it in the language.
func (v *viewer) shown(f vocabulary.Field, text string) string {
	if text == "" && slices.Contains(v.Page.Sum, f.Name) && len(v.parts) > 0 { // left out, it is the rest
		return written(v.Lang, f, cell(v.parts[0].inputs, f.Name).String())
	}
	if v.Typed || text == "" {
		return bare(f, text)
	}
	return written(v.Lang, f, canonical(f, text, v.Dialect, v.Lang))
}
