import type { ProbeFailure } from "@jessy-actions/kit/probe/probe";
import { describe, expect, test } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { questionsOf } from "./questions.ts";

const FAILURE = { kind: "failure", failure: "name", message: "the name does not resolve" } as ProbeFailure;
const none = () => Promise.reject(new Error("nothing is to be looked up"));
const NAMES: Readonly<Record<string, readonly string[]>> = { "a.test": ["10.0.0.1", "::1"], "b.test": ["10.0.0.2"] };

describe("the questions of a round", () => {
  test("are one of each check, at any address", async () => {
    const checks = ["http://a.test/", "http://b.test/"].map((url) => exampleCheck({ url }));
    const { questions, unasked } = await questionsOf(
      { checks, pins: new Map(), eachAddress: false, family: undefined },
      none,
      1000,
    );
    expect([questions, unasked]).toEqual([
      [
        { check: 0, address: undefined },
        { check: 1, address: undefined },
      ],
      [],
    ]);
  });

  test("are one of each address, looked up once for all checks of a name", async () => {
    const checks = ["http://a.test/", "http://a.test/x", "https://b.test/", "http://c.test/"].map((url) =>
      exampleCheck({ url, timeout: 300 }),
    );
    const looked: unknown[] = [];
    const lookup = async (url: URL, family: 4 | 6 | undefined, timeout: number) => {
      looked.push([url.hostname, family, timeout]);
      return NAMES[url.hostname] ?? FAILURE;
    };
    const { questions, unasked } = await questionsOf(
      { checks, pins: new Map(), eachAddress: true, family: 4 },
      lookup,
      200,
    );
    expect(looked).toEqual([
      ["a.test", 4, 200],
      ["b.test", 4, 200],
      ["c.test", 4, 200],
    ]);
    expect(questions.map(({ check, address }) => `${check} ${address}`)).toEqual([
      "0 10.0.0.1",
      "0 ::1",
      "1 10.0.0.1",
      "1 ::1",
      "2 10.0.0.2",
    ]);
    expect(unasked).toEqual([{ check: 3, address: undefined, outcome: FAILURE }]);
  });

  test.each<[string, string, readonly (string | undefined)[]]>([
    ["http://app.test/", "app.test", ["10.0.0.1", "10.0.0.2"]],
    ["http://APP.test:80/", "app.test", ["10.0.0.1", "10.0.0.2"]],
    ["http://app.test:8443/", "app.test", ["10.0.0.1", "10.0.0.2"]],
    ["http://app.test:8443/", "app.test:8443", ["10.0.0.1", "10.0.0.2"]],
    ["http://app.test:8444/", "app.test:8443", [undefined]],
    ["http://other.test/", "app.test", [undefined]],
  ])("of %s, pinned %s, go to %j", async (url, host, expected) => {
    const pins = new Map([[host, ["10.0.0.1", "10.0.0.2"]]]);
    const { questions } = await questionsOf(
      { checks: [exampleCheck({ url })], pins, eachAddress: false, family: undefined },
      none,
      1000,
    );
    expect(questions.map(({ address }) => address)).toEqual(expected);
  });
});
