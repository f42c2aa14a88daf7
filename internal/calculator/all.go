package calculator

import "slices"

// All returns the calculators in the order in which they are used.
func All() []*Calculator { return slices.Clone(all) }

var all = []*Calculator{lifetimeValue, comparison, breakEven, sensitivity, grid, simulation, servicePromise, programmes, plans, retentionFit, purchaseFit, cohorts}

// Named returns the calculator of that name, nil where there is none.
func Named(name string) *Calculator {
	i := slices.IndexFunc(all, func(c *Calculator) bool { return c.Name == name })
	if i < 0 {
		return nil
	}
	return all[i]
}

// At returns the calculator of that path, nil where there is none.
func At(path string) *Calculator {
	i := slices.IndexFunc(all, func(c *Calculator) bool { return c.Path() == path })
	if i < 0 {
		return nil
	}
	return all[i]
}
