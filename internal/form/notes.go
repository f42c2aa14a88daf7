package form

import "slices"

// notes are the remarks on the answer, those on the whole of it first.
func (v *viewer) notes() []noteView {
	var views []noteView
	if len(v.parts) > 1 || len(v.parts[0].notes) == 0 {
		for _, n := range records(v.Answer.Body.Get("notes")) {
			views = append(views, noteView{Message: text(n, "message")})
		}
	}
	for i, p := range v.parts {
		for _, n := range p.notes {
			note := noteView{Message: text(n, "message")}
			if len(v.parts) > 1 {
				note.Of = v.partName(p, i)
			}
			views = append(views, note)
		}
	}
	return gathered(views)
}

// gathered are the notes with those that say the same as one, of all that they are
// about: twenty customers without a discount rate are told of it once.
func gathered(notes []noteView) []noteView {
	var views []noteView
	seen := map[noteView]bool{}
	for _, note := range notes {
		if seen[note] {
			continue
		}
		seen[note] = true
		same := slices.IndexFunc(views, func(v noteView) bool { return v.Message == note.Message && v.Of != "" })
		if same < 0 || note.Of == "" {
			views = append(views, note)
			continue
		}
		views[same].Of += ", " + note.Of
	}
	return views
}
