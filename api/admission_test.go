package api

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"blyant/internal/admission"
	"blyant/internal/calculator"
	"blyant/internal/form"

	"github.com/labstack/echo/v4"
)

// A request that costs more than any may is refused before it is begun, with the
// bound; a row of a stream too.
func TestTooDear(t *testing.T) {
	const body = `{"scenario":{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9},"draws":1000000,` +
		`"metrics":["internal_rate_of_return"],"uncertain":{"basket_value":{"distribution":"normal","mean":10,"sd":1}}}`
	w := call(t, New(Config{}), http.MethodPost, "/v1/simulation", body, "Content-Type", "application/json")
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `"code":"too_many"`) || !strings.Contains(w.Body.String(), "at most 1000 ms") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	w = call(t, New(Config{MaxCost: time.Minute}), http.MethodPost, "/v1/simulation", strings.Replace(body, "1000000", "2000", 1), "Content-Type", "application/json")
	if w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	row := `{"scenario":{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"horizon":1200},"metric":"internal_rate_of_return"}` + "\n"
	w = call(t, New(Config{}), http.MethodPost, batchPath+"?resource=sensitivity", row, "Content-Type", "application/x-ndjson")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "too_many") || !strings.Contains(w.Body.String(), `{"trailer":{"rows":1,"errors":1}}`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// What learns from many rows has as long as its route gives it, on the page too.
func TestLearningHasTime(t *testing.T) {
	s := newServer(Config{})
	for _, path := range []string{purchasePath, cohortsPath, form.DataPath} {
		c := echo.New().NewContext(httptest.NewRequest(http.MethodPost, path, nil), httptest.NewRecorder())
		c.SetPath(path)
		if err := s.admit(c, 10_000); err != nil {
			t.Fatal(err)
		}
		if until, bounded := c.Request().Context().Deadline(); !bounded || time.Until(until) < s.limits[path].Deadline-time.Second || s.limits[path].Deadline < time.Minute {
			t.Errorf("%s has until %v", path, until)
		}
		leave(c)
	}
}

// Orders dropped on the page are let in as they are elsewhere.
func TestDataIsAdmitted(t *testing.T) {
	h, free := full(t)
	if w := call(t, h, http.MethodGet, form.DataPath+"?sample=on", ""); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("where there is no room: %d", w.Code)
	}
	free()
	if w := call(t, h, http.MethodGet, form.DataPath+"?sample=on", ""); w.Code != http.StatusOK {
		t.Errorf("where there is: %d %.300s", w.Code, w.Body)
	}
}

// full is a server whose room is taken, and gives it back.
func full(t *testing.T) (http.Handler, func()) {
	t.Helper()
	s := newServer(Config{})
	var all []func()
	for {
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		leave, err := s.gate.Admit(ctx, 10_000)
		cancel()
		if err != nil {
			break
		}
		all = append(all, leave)
	}
	return s.handler(), func() {
		for _, leave := range all {
			leave()
		}
	}
}

// Where the queue is full, nobody's request is even read: not one that would be
// wrong, in no format, at no calculator and no page. What watches is answered.
func TestCrowdedServerReadsNothing(t *testing.T) {
	s := newServer(Config{})
	s.gate = admission.New(admission.Limits{Cores: 1, Waiting: 1, Patience: time.Hour})
	leave, err := s.gate.Admit(t.Context(), 100_000)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	waited := make(chan error, 1)
	go func() {
		_, err := s.gate.Admit(ctx, 100_000)
		waited <- err
	}()
	for s.gate.State().Waiting == 0 {
		time.Sleep(time.Millisecond)
	}
	h := s.handler()
	for _, calc := range calculator.All() {
		if w := call(t, h, http.MethodPost, calc.Path(), "{", "Content-Type", "application/json"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d", calc.Name, w.Code)
		}
	}
	for _, page := range form.Pages() {
		if w := call(t, h, http.MethodGet, page.Path+"?acquisition_cost=x", "", "Accept", "text/html"); w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s: %d", page.Path, w.Code)
		}
	}
	for _, path := range []string{"/healthz", "/readyz", metricsPath, form.AssetPath("style.css")} {
		if w := call(t, h, http.MethodGet, path, ""); w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	cancel()
	if err := <-waited; !errors.Is(err, context.Canceled) {
		t.Errorf("who waited: %v", err)
	}
	leave()
}

// A server that has more to do than it can says so in every language, and when to
// come again; what watches it and what pages load is answered all the same.
func TestOverload(t *testing.T) {
	h, free := full(t)
	for lang, word := range map[string]string{"en": "Try again in one second.", "nb": "Prøv igjen", "da": "Prøv igen", "sv": "Försök igen"} {
		w := call(t, h, http.MethodGet, value+"?lang="+lang+"&decimal=point&"+pencil, "")
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "1" || !strings.Contains(w.Body.String(), word) || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %s", lang, w.Code, w.Header(), w.Body)
		}
	}
	for _, address := range []string{value + "/net_lifetime_value?" + pencil, "/?" + pencil, value + "?format=png&" + pencil} {
		if w := call(t, h, http.MethodGet, address, ""); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	for _, address := range []string{"/healthz", "/readyz", "/metrics", form.AssetPath("style.css"), "/openapi.json", "/v1/vocabulary", "/swagger/index.html"} {
		if w := call(t, h, http.MethodGet, address, ""); w.Code != http.StatusOK {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	free()
	if w := call(t, h, http.MethodGet, value+"?"+pencil, ""); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d %s", w.Code, w.Body)
	}
}

// Whatever became of a request, the room that it had is free again.
func TestRoomIsGivenBack(t *testing.T) {
	s := newServer(Config{})
	h := s.handler()
	for _, address := range []string{value + "?" + pencil, value + "?horizon=0&" + pencil, value + "?table=none&format=csv&" + pencil, value + "?format=png&" + pencil,
		value + "/payback_periods?" + pencil, "/?" + pencil, "/?horizon=no&" + pencil, "/v1/break-even?solve_for=basket_value&metric=payback_periods&target=0.5&" + pencil} {
		call(t, h, http.MethodGet, address, "")
		if state := s.gate.State(); state.Working != 0 || state.Waiting != 0 {
			t.Errorf("%s leaves %+v", address, state)
		}
	}
}

// A client that goes away ends the work for it.
func TestWorkEndsWithItsClient(t *testing.T) {
	s := newServer(Config{MaxCost: time.Minute, Deadline: time.Minute})
	h := s.handler()
	worst := worstRequests()
	for name, ask := range map[string][2]string{
		"simulation":  {"/v1/simulation", worst["simulation"][0]},
		"sensitivity": {"/v1/sensitivity", worst["sensitivity"][2]},
		"comparison":  {"/v1/comparison", worst["comparison"][1]},
		"workbook":    {"/v1/comparison?format=xlsx", worst["comparison"][0]},
		"plan":        {"/v1/plan?format=xlsx", worst["plan"][0]},
		"grid":        {"/v1/grid", worst["grid"][0]},
	} {
		ctx, goAway := context.WithCancel(t.Context())
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, ask[0], strings.NewReader(ask[1]))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		time.AfterFunc(20*time.Millisecond, goAway)
		took := measured(func() { h.ServeHTTP(w, r) })
		if w.Code != http.StatusServiceUnavailable || took > 400*time.Millisecond {
			t.Errorf("%s: %d after %v of a core: %.300s", name, w.Code, took, w.Body)
		}
		t.Logf("%s: %v", name, took)
	}
}
