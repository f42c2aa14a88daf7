package input

import (
	"slices"
	"strconv"
	"strings"

	"blyant/model/vocabulary"
)

// maxFaults bounds the faults of one answer: every fault at once, but not an
// answer many times as long as a hostile request.
const maxFaults = 500

// asWritten shows the values of faults as the caller wrote them, and drops the
// hint that a percent sign is missing where there was one.
func (b *binder) asWritten(faults vocabulary.Faults) vocabulary.Faults {
	for i, fault := range faults {
		v, ok := b.source(fault.Field)
		if !ok || fault.Value == "" {
			continue
		}
		faults[i].Args = slices.Clone(fault.Args)
		for j, arg := range fault.Args {
			if arg == fault.Value {
				faults[i].Args[j] = v.shown()
			}
		}
		faults[i].Value = v.shown()
		if v.percent() && fault.Code == vocabulary.CodeOutOfRange {
			faults[i].Hint = ""
		}
	}
	return faults
}

// checked are the faults of the record as it stands, in the dialect of the
// request.
func (b *binder) checked() vocabulary.Faults {
	faults := b.shape.check(b.record, b.ignore)
	for i, fault := range faults {
		f, known := b.field(baseName(fault.Field))
		if v, written := b.source(fault.Field); known && written {
			copy(faults[i:], b.worded(f, v, faults[i:i+1]))
		}
	}
	return faults
}

// source returns what the caller wrote for a field, or for one value of a list.
func (b *binder) source(path string) (value, bool) {
	name, index, inList := strings.Cut(strings.TrimSuffix(path, "]"), "[")
	v, ok := b.given[name]
	if !ok || !inList {
		return v, ok
	}
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(v.items) {
		return value{}, false
	}
	return v.items[i], true
}

// presentable cuts what is too long to show and leaves out what is too much.
func presentable(faults vocabulary.Faults) vocabulary.Faults {
	if more := len(faults) - maxFaults; more > 0 {
		faults = append(faults[:maxFaults:maxFaults], vocabulary.Fault{Code: vocabulary.CodeTooMany, Reason: reasonMoreFaults, Args: []string{strconv.Itoa(more)}})
	}
	for i, fault := range faults {
		faults[i].Field = oneLine(cut(fault.Field, maxFieldShown))
		faults[i].Value = oneLine(cut(fault.Value, maxValueShown))
		faults[i].Args = onLines(fault.Args)
	}
	return faults
}

// onLines puts each of the texts on one line.
func onLines(args []string) []string {
	if !slices.ContainsFunc(args, func(s string) bool { return strings.ContainsFunc(s, endsLine) }) {
		return args
	}
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = oneLine(arg)
	}
	return out
}
