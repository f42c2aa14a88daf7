package api

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/model/plan"
	"blyant/model/service"
)

// patient returns the parameters of a page's question: those of a form as people
// type them, those of a resource as they stand.
func patient(q form.Request, resource string) input.Params {
	if resource == "" {
		return form.Tidy(q.Page, q.Params, q.Lang)
	}
	return q.Params
}

// askPromise asks what a promise is worth.
func askPromise(_ context.Context, q form.Request, resource string) (answer.Answer, error) {
	var promise service.Promise
	target := input.Target{Scenario: ratelessScenario{&promise}, Own: &promise}
	if faults := input.FromParams(promiseShape, patient(q, resource), q.Comma, target); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	result, err := service.WeighPromise(promise)
	if err != nil {
		return answer.Answer{}, err
	}
	return answer.ServicePromise(result, q.Lang), nil
}

// askProgrammes asks what programmes bring.
func askProgrammes(ctx context.Context, q form.Request, resource string) (answer.Answer, error) {
	var programmes programmesRequest
	if faults := input.FromParams(programmesShape, patient(q, resource), q.Comma, programmes.target()); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	result, err := programmes.weigh(ctx)
	if err != nil {
		return answer.Answer{}, err
	}
	return answer.Programmes(result, q.Lang), nil
}

// askPlan works a business plan out.
func askPlan(ctx context.Context, q form.Request, resource string) (answer.Answer, error) {
	var request plan.Request
	target := input.Target{Scenario: &request.Scenario, Own: &request}
	if faults := input.FromParams(planShape, patient(q, resource), q.Comma, target); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	result, err := plan.Work(ctx, request)
	if err != nil {
		return answer.Answer{}, err
	}
	return answer.Plan(result, q.Lang), nil
}
