// Bodies that are wrong, none of which may compile.
import type { Body } from "./client.js";

const right = { acquisition_cost: 50, basket_value: 10, repeat_purchase_rate: 0.9 };

export const scenarios: Body<"/v1/lifetime-value">[] = [
  right,
  // @ts-expect-error a field that has to be given is missing
  { acquisition_cost: 50, repeat_purchase_rate: 0.9 },
  // @ts-expect-error a field that has to be given is null
  { ...right, basket_value: null },
  // @ts-expect-error there is no such field
  { ...right, aquisition_cost: 50 },
  // @ts-expect-error a number is neither true nor false
  { ...right, margin_rate: true },
  // @ts-expect-error a number is not a list
  { ...right, horizon: [10] },
  // @ts-expect-error a list is not a number
  { ...right, retention_curve: 0.9 },
  // @ts-expect-error there is no such period
  { ...right, period: "decade" },
  // @ts-expect-error a name is not a number
  { ...right, name: 1 },
];

export const comparisons: Body<"/v1/comparison">[] = [
  { scenarios: [right, { basket_value: 12 }] },
  // @ts-expect-error there is nothing to compare
  { defaults: right },
  // @ts-expect-error a scenario is not a list
  { scenarios: [[right]] },
];

export const plans: Body<"/v1/plan">[] = [
  { scenario: right, plan_periods: 12, new_customers: [10, "20"] },
  // @ts-expect-error the scenario's fields do not stand beside the plan's
  { scenario: right, plan_periods: 12, basket_value: 10 },
  // @ts-expect-error a plan has a length
  { scenario: right, new_customers: [10, 20] },
];

export const promises: Body<"/v1/service-promise">[] = [
  // @ts-expect-error the promise gives the rate, not the scenario
  { scenario: { acquisition_cost: 50, basket_value: 10, repeat_purchase_rate: 0.9 }, exceeded_share: 0.2, met_share: 0.7, missed_share: 0.1, repeat_rate_exceeded: 0.9, repeat_rate_met: 0.8, repeat_rate_missed: 0.4 },
];
