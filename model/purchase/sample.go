package purchase

// From so many rows on a sample shows where to begin. It has at least sampleSize
// of them, and one in mostApart.
const (
	manyGroups = 800
	sampleSize = 250
	mostApart  = 64
)

// sample takes rows at equal distances of a table in order, nil where they are
// few: of each x its share, and of each x the whole range of t_x.
func sample(groups []Customer) []Customer {
	if len(groups) < manyGroups {
		return nil
	}
	step := min(len(groups)/sampleSize, mostApart)
	var out []Customer
	for i := step / 2; i < len(groups); i += step {
		out = append(out, groups[i])
	}
	return out
}
