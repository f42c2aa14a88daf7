package service_test

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/model/service"

	"github.com/shopspring/decimal"
)

type promiseCase struct {
	Request, Summary golden.Object
	Levers           []golden.Object
}

func (c promiseCase) promise(t *testing.T) service.Promise {
	t.Helper()
	p := service.Promise{Scenario: golden.Scenario(t, c.Request["scenario"].(golden.Object))}
	golden.Fill(t, &p, service.PromiseFields(), c.Request)
	return p
}

func TestPromiseGolden(t *testing.T) {
	cases := slices.Concat(golden.Read[promiseCase](t, "promise.json", 30),
		golden.Read[promiseCase](t, "promise_more.json", 30), golden.Read[promiseCase](t, "promise_third.json", 15))
	for i, c := range cases {
		got, err := service.WeighPromise(c.promise(t))
		where := "case " + strconv.Itoa(i)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		golden.Equal(t, where, service.PromiseFigures(), &got.Summary, c.Summary)
		if len(c.Levers) != len(got.Levers) {
			t.Fatalf("%s: %d levers", where, len(got.Levers))
		}
		for j, lever := range c.Levers {
			if got.Levers[j].Name != lever["lever"] {
				t.Errorf("%s: lever %d is %s, want %s", where, j, got.Levers[j].Name, lever["lever"])
			}
			golden.Equal(t, where, service.LeverFigures(), &got.Levers[j], lever)
		}
	}
}

type programmeCase struct {
	Request struct {
		Scenario   golden.Object
		Programmes []golden.Object
		Customers  string
	}
	Programmes []golden.Object
	Return     any `json:"return_on_acquisition"`
}

func (c programmeCase) request(t *testing.T) service.ProgrammesRequest {
	t.Helper()
	req := service.ProgrammesRequest{
		Scenario:  golden.Scenario(t, c.Request.Scenario),
		Customers: decimal.NewNullDecimal(decimal.RequireFromString(c.Request.Customers)),
	}
	for _, object := range c.Request.Programmes {
		var p service.Programme
		golden.Fill(t, &p, service.ProgrammeFields(), object)
		req.Programmes = append(req.Programmes, p)
	}
	return req
}

func TestProgrammesGolden(t *testing.T) {
	cases := slices.Concat(golden.Read[programmeCase](t, "programme.json", 34), golden.Read[programmeCase](t, "programme_third.json", 12))
	for i, c := range cases {
		got, err := service.WeighProgrammes(context.Background(), c.request(t))
		where := "case " + strconv.Itoa(i)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		if r := golden.Text(got.ReturnOnAcquisition); r != c.Return {
			t.Errorf("%s: return on acquisition %v, want %v", where, r, c.Return)
		}
		if len(c.Programmes) != len(got.Programmes) {
			t.Fatalf("%s: %d programmes", where, len(got.Programmes))
		}
		for j, want := range c.Programmes {
			if got.Programmes[j].Name != want["name"] {
				t.Errorf("%s: programme %d is %s, want %s", where, j, got.Programmes[j].Name, want["name"])
			}
			golden.Equal(t, where+" "+got.Programmes[j].Name, service.ProgrammeFigures(), &got.Programmes[j], want)
		}
	}
}
