import type { Check } from "@jessy-actions/deployment/checks/check";

/** A check that asks for a status between 200 and 299, and no more. */
export function exampleCheck(url: string, check: Partial<Check> = {}): Check {
  return {
    name: "GET /",
    url,
    method: "GET",
    headers: [],
    body: undefined,
    timeout: 60_000,
    expect: {
      statuses: [{ from: 200, to: 299 }],
      contentType: undefined,
      headers: [],
      body: [],
      json: [],
      version: undefined,
      latency: { warn: undefined, fail: undefined },
      tlsDays: undefined,
    },
    redirect: "none",
    passes: 1,
    optional: false,
    ...check,
  };
}
