import type { Check, Expectations } from "../src/checks/check.ts";
import type { Answer, Failure, FailureKind } from "../src/checks/outcome.ts";

const EXPECT: Expectations = {
  statuses: [{ from: 200, to: 299 }],
  contentType: undefined,
  headers: [],
  body: [],
  json: [],
  version: undefined,
  latency: { warn: undefined, fail: undefined },
  tlsDays: undefined,
};

/** A check that asks for nothing but a status of 200 to 299. */
export function exampleCheck({
  expect,
  ...others
}: Partial<Omit<Check, "expect">> & { expect?: Partial<Expectations> } = {}): Check {
  return {
    name: "health",
    url: "https://example.com/health",
    method: "GET",
    headers: [],
    body: undefined,
    timeout: 5000,
    redirect: "none",
    passes: 3,
    optional: false,
    ...others,
    expect: { ...EXPECT, ...expect },
  };
}

const TIMING = { lookup: 1, connect: 2, tls: 5, firstByte: 20, total: 21 };

export function exampleAnswer({
  body = "ok",
  ...others
}: Partial<Omit<Answer, "body">> & { body?: string | Uint8Array } = {}): Answer {
  return {
    kind: "answer",
    status: 200,
    headers: {},
    isCut: false,
    address: "192.0.2.1:443",
    timing: TIMING,
    certificate: undefined,
    redirects: [],
    ...others,
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
}

export function exampleFailure(failure: FailureKind, phase: Failure["phase"] = "connect"): Failure {
  return {
    kind: "failure",
    failure,
    message: `${failure} of 192.0.2.1:443`,
    phase,
    address: "192.0.2.1:443",
    timing: TIMING,
  };
}
