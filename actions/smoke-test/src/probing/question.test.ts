import type { ProbeFailure } from "@jessy-actions/kit/probe/probe";
import { describe, expect, test } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { MAX_BODY_BYTES, requestFor, withReason } from "./question.ts";

const PROBING = {
  checks: [],
  pins: new Map(),
  eachAddress: false,
  family: 6 as const,
  certificateAuthority: "PEM",
  allowsMetadata: false,
  deadline: 1000,
};
const QUESTION = { check: 0, address: "10.0.0.1" };

describe("a request", () => {
  test("has all of its check, of its question and of the step", () => {
    const check = exampleCheck({
      url: "https://a.test/x",
      method: "PUT",
      body: "b",
      redirect: "follow",
      timeout: 5000,
    });
    expect(requestFor(check, QUESTION, PROBING, { left: 60_000, questions: 1 })).toEqual({
      method: "PUT",
      url: new URL("https://a.test/x"),
      headers: [["cache-control", "no-cache"]],
      body: "b",
      address: "10.0.0.1",
      family: 6,
      timeout: 5000,
      maxBodyBytes: MAX_BODY_BYTES,
      redirect: "follow",
      certificateAuthority: "PEM",
      allowsMetadata: false,
    });
  });

  test.each([
    [4999, 4999],
    [5000, 5000],
    [5001, 5000],
    [0, 0],
    [-1, 0],
  ])("%i ms before the deadline has %i ms", (left, timeout) => {
    const check = exampleCheck({ url: "https://a.test/x", timeout: 5000 });
    expect(requestFor(check, QUESTION, PROBING, { left, questions: 1 }).timeout).toBe(timeout);
  });

  test.each([
    [127, MAX_BODY_BYTES],
    [128, MAX_BODY_BYTES],
    [129, 1_040_447],
    [1000, 134_217],
  ])("among %i of a round reads at most %i bytes", (questions, bytes) => {
    const check = exampleCheck({ url: "https://a.test/x" });
    expect(requestFor(check, QUESTION, PROBING, { left: 1, questions }).maxBodyBytes).toBe(bytes);
  });

  test.each(["Cache-Control", "PRAGMA"])("keeps the check's own %s", (name) => {
    const check = exampleCheck({ url: "https://a.test/x", headers: [[name, "x"]] });
    expect(requestFor(check, QUESTION, PROBING, { left: 1, questions: 1 }).headers).toEqual([[name, "x"]]);
  });
});

describe("why a request was so short", () => {
  const failure = { kind: "failure", failure: "timeout", message: "no answer within 1 s" } as ProbeFailure;

  test.each<[string, Partial<ProbeFailure>, number, string]>([
    ["is said when the deadline cut it", {}, 999, "no answer within 1 s, when the deadline was over"],
    ["is not said of its own limit", {}, 1000, "no answer within 1 s"],
    ["is not said of another failure", { failure: "refused", message: "refused" }, 999, "refused"],
  ])("%s", (_, change, given, message) => {
    expect(withReason({ ...failure, ...change }, 1000, given).message).toBe(message);
  });
});
