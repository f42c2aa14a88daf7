// Asks for the figures of README.md and prints them.
import { figure, post } from "./client.js";

declare const process: { argv: string[] };
const base = process.argv[2] ?? "";

const net = await figure(base, "net_lifetime_value", {
  acquisition_cost: "50", basket_value: "10", margin_rate: "0.4", orders_per_period: "12", repeat_purchase_rate: "0.9",
  basket_growth_rate: "0.05", service_cost_per_order: "0.5", annual_discount_rate: "0.08",
});
console.log("net_lifetime_value", net);

const { comparison } = await post(base, "/v1/comparison", {
  defaults: { acquisition_cost: 50, basket_value: 10, margin_rate: 0.4, annual_discount_rate: 0.08 },
  scenarios: [
    { name: "one", repeat_purchase_rate: 0 },
    { name: "ten", repeat_purchase_rate: "90%", orders_per_period: 12, basket_growth_rate: 0.05, service_cost_per_order: 0.5 },
  ],
});
const room: number | null = comparison[1]?.affordable_service_cost_per_order ?? null;
console.log("affordable_service_cost_per_order", String(room));

const { schedule } = await post(base, "/v1/lifetime-value", {
  acquisition_cost: 50, basket_value: 10, margin_rate: "40%", orders_per_period: 12, repeat_purchase_rate: 0.9,
  basket_growth_rate: "5%", service_cost_per_order: 0.5, annual_discount_rate: "8%", horizon: 3,
});
console.log("cumulative_present_value", String(schedule[2]?.cumulative_present_value));

const { summary } = await post(base, "/v1/lifetime-value", {
  currency: "NOK", period: "month", timing: "mid", acquisition_cost: 0, basket_value: "1476764382.10", repeat_purchase_rate: null, retention_curve: [0, "0%"], horizon: 1,
});
console.log("lifetime_revenue", summary.lifetime_revenue.toFixed(2));
