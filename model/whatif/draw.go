package whatif

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// simulation is a simulation being run.
type simulation struct {
	request SimulationRequest
	sources []source
	base    kernel
	metrics []func(*kernel) float64
	inputs  [][]float64 // of each uncertain field, the draws
	values  [][]float64 // of each metric: NaN where it is null, +Inf for a payback never reached
	clipped []int
}

func newSimulation(req SimulationRequest) *simulation {
	s := &simulation{request: req, clipped: make([]int, len(req.Uncertain))}
	drawn := s.drawn()
	full := drawn.WithDefaults()
	s.base = newKernel(drawn)
	for _, u := range req.Uncertain {
		f, _ := vocabulary.FieldNamed(variables, u.Field)
		least, most := rangeOf(&full, f)
		if f.Name == "basket_value" && s.uncertain("basket_cap") { // it is held at the cap that is drawn
			most = f.Max
		}
		if f.Name == "basket_cap" && s.uncertain("basket_value") {
			least = f.Min
		}
		s.sources = append(s.sources, source{place: s.base.place(f.Name), quantile: u.quantile(),
			least: least.InexactFloat64(), most: most.InexactFloat64()})
		s.inputs = append(s.inputs, make([]float64, req.Draws.Int))
	}
	for _, name := range req.Metrics {
		s.metrics = append(s.metrics, kernelMetrics[name])
		s.values = append(s.values, make([]float64, req.Draws.Int))
	}
	return s
}

func (s *simulation) uncertain(name string) bool {
	return slices.ContainsFunc(s.request.Uncertain, func(u Uncertain) bool { return u.Field == name })
}

// drawn is the scenario with something in the place of each uncertain field.
func (s *simulation) drawn() model.Scenario {
	scenario := s.request.Scenario
	for _, u := range s.request.Uncertain {
		if f, _ := vocabulary.FieldNamed(variables, u.Field); !f.Has(&scenario) {
			f.Set(&scenario, vocabulary.Value{Number: decimal.NewFromInt(1)})
		}
	}
	return scenario
}

// source is where the values of an uncertain field come from and go to.
type source struct {
	place       int // in the kernel
	quantile    func(p float64) float64
	least, most float64
}

// run draws all blocks, as many at a time as there are processors, and stops
// when the context ends.
func (s *simulation) run(ctx context.Context) error {
	blocks := (s.request.Draws.Int + block - 1) / block
	workers := min(runtime.GOMAXPROCS(0), blocks)
	var next atomic.Int64
	var all sync.WaitGroup
	var mutex sync.Mutex
	var failed error
	for range workers {
		all.Go(func() {
			clipped := make([]int, len(s.sources))
			defer func() {
				mutex.Lock()
				defer mutex.Unlock()
				for i, n := range clipped {
					s.clipped[i] += n
				}
				if p := recover(); p != nil { // a panic here would end the process
					failed = fmt.Errorf("simulation: %v", p)
				}
			}()
			for ctx.Err() == nil {
				b := int(next.Add(1)) - 1
				if b >= blocks {
					return
				}
				s.block(b, clipped)
			}
		})
	}
	all.Wait()
	if failed != nil {
		return failed
	}
	return ctx.Err()
}
