// A client of a few lines over the generated types.
import type { paths } from "./api.js";

type Posted = { [P in keyof paths]: paths[P] extends { post: { requestBody: { content: { "application/json": unknown } } } } ? P : never }[keyof paths];

export type Body<P extends Posted> = paths[P] extends { post: { requestBody: { content: { "application/json": infer B } } } } ? B : never;

type Answer<P extends Posted> = paths[P] extends { post: { responses: { 200: { content: { "application/json": infer A } } } } } ? A : never;

// post asks with a JSON body and returns the answer.
export async function post<P extends Posted>(base: string, path: P, body: Body<P>): Promise<Answer<P>> {
  const response = await fetch(base + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (response.status !== 200) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as Answer<P>;
}

type Cell = "/v1/lifetime-value/{figure}";
type Query = paths[Cell]["get"]["parameters"]["query"];
type Figure = paths[Cell]["get"]["parameters"]["path"]["figure"];

// figure asks for one figure of what a customer is worth.
export async function figure(base: string, name: Figure, query: Query): Promise<string> {
  const response = await fetch(`${base}/v1/lifetime-value/${name}?${new URLSearchParams(query as Record<string, string>)}`);
  return response.text();
}
