import { existsSync, readFileSync } from "node:fs";
import { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resultFile, STORIES } from "../../../testing/run-facts.ts";
import { plainText } from "../fitting/message-line.ts";
import type { ResultFile } from "../run-facts.ts";
import { readResult } from "./read-result.ts";

const contentOf = (file: ResultFile): JsonValue => ("content" in file ? file.content : new JsonValue(undefined, ""));
const detailsOf = (file: ResultFile) => readResult(contentOf(file)).details?.lines.map(plainText);

test("the fields that all results have", () => {
  expect(readResult(contentOf(resultFile("commit-lint", { name: "titles" })))).toEqual({
    action: "commit-lint",
    name: "titles",
    verdict: "pass",
    fails: false,
    headline: "commit-lint passed",
    about: undefined,
    details: undefined,
    link: undefined,
    deployment: undefined,
  });
});

test.each<[string, unknown, string]>([
  ["a list", [], "`schema` is not a string but missing"],
  ["no schema", {}, "`schema` is not a string but missing"],
  ["somebody else's", { schema: "a/b/v1" }, "`schema` is not the schema of a result"],
  ["a later version", { schema: "jessy-actions/release/v2" }, "`schema` is not the schema of a result"],
  [
    "a word of the prototype",
    { schema: "jessy-actions/constructor/v1", verdict: "pass" },
    "`headline` is not a string",
  ],
  ["another verdict", { schema: "jessy-actions/release/v1", verdict: "fine" }, "`verdict` is not one of pass, fail"],
  ["no headline", { schema: "jessy-actions/release/v1", verdict: "pass" }, "`headline` is not a string but missing"],
])("%s is refused", (_, content, message) => {
  expect(() => readResult(new JsonValue(content, ""))).toThrow(message);
});

describe("details", () => {
  test("findings that fail, with place and fix", () => {
    const finding = (changes: object) => ({
      fails: true,
      severity: "high",
      id: "X-1",
      title: "bad",
      place: { target: ".", file: "" },
      ...changes,
    });
    expect(
      detailsOf(
        resultFile("trivy-scan", {
          findings: [
            finding({ fails: false }),
            finding({ package: { name: "a", version: "1", fixedVersions: [] } }),
            finding({ place: { target: ".", file: "Dockerfile", startLine: 3 } }),
            finding({}),
          ],
        }),
      ),
    ).toEqual(["high X-1 in a 1: bad (no fix yet)", "high X-1 in Dockerfile:3: bad", "high X-1: bad"]);
  });

  test("checks that did not pass, those that may fail last", () => {
    const check = (name: string, state: string, changes: object = {}) => ({
      name,
      url: `https://a.example/${name}`,
      state,
      optional: false,
      reason: null,
      ...changes,
    });
    const checks = [
      check("home", "passed"),
      check("metrics", "failed", { optional: true, reason: "the status is 404 and not 200 to 299" }),
      check("health", "failed", { reason: "the status is 503 and not 200 to 299" }),
      check("login", "inconclusive"),
    ];
    expect(detailsOf(resultFile("smoke-test", { checks }))).toEqual([
      "health: the status is 503 and not 200 to 299",
      "login: inconclusive",
      "metrics: the status is 404 and not 200 to 299 (optional)",
    ]);
  });

  test("images with what became of their references", () => {
    const reference = (state: string, problem?: string) => ({ reference: `a/b:${state}`, state, problem });
    const references = [reference("pushed"), reference("planned"), reference("refused", "it must not move")];
    const images = [
      { digest: `sha256:${"0".repeat(64)}`, references },
      { digest: null, references: [] },
    ];
    expect(detailsOf(resultFile("docker-build-push", { images }))).toEqual([
      "a/b:pushed → sha256:000000000000 (pushed)",
      "a/b:refused → sha256:000000000000 (refused: it must not move)",
    ]);
  });
});

/** What is read must be what is published: every field of the examples, by the schemas without what they require. */
test.each(
  Object.values(STORIES)
    .flatMap(({ resultFiles }) => resultFiles)
    .map((file) => contentOf(file).raw as Record<string, unknown>)
    .map((content) => [/\/(.+)\//.exec(String(content.schema))![1]!, content] as const)
    .filter(([action]) => existsSync(schemaOf(action))),
)("the example of %s has the published fields", (action, content) => {
  const schema = JSON.parse(readFileSync(schemaOf(action), "utf8"), (key, value) =>
    (key === "required" && Array.isArray(value)) || key === "minItems" ? undefined : value,
  );
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(content) ? [] : validate.errors).toEqual([]);
  expect(Object.keys(content).filter((key) => !Object.hasOwn(schema.properties, key))).toEqual([]);
});

test("whatever a file holds, it is read or refused", () => {
  const actions = fc.constantFrom(
    "coverage-gate",
    "docker-build-push",
    "release",
    "smoke-test",
    "ssh-deploy",
    "trivy-scan",
  );
  const value = fc.jsonValue();
  const fields = [
    "findings",
    "images",
    "hosts",
    "release",
    "outcome",
    "context",
    "name",
    "fails",
    "downtime",
    "checks",
  ];
  fc.assert(
    fc.property(actions, fc.dictionary(fc.constantFrom(...fields), value), (action, changes) => {
      try {
        expect(readResult(contentOf(resultFile(action, changes))).action).toBe(action);
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
      }
    }),
  );
});

function schemaOf(action: string): URL {
  return new URL(`../../../../../docs/schema/${action}-result.v1.json`, import.meta.url);
}
