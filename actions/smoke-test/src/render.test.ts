import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { XmlReader } from "@jessy-actions/reading/xml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleAnswer, exampleFailure } from "../../../packages/deployment/testing/outcomes.ts";
import { factsOf, inputsOf, type RoundOutcomes, SHA } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

const GOOD = exampleAnswer();
const DOWN = exampleAnswer({ status: 503, body: "<b>starting</b>", headers: { "content-type": "text/html" } });

function resultOf(checks: string, rounds: readonly RoundOutcomes[], written: Record<string, string> = {}): Result {
  const inputs = inputsOf({ checks, deadline: "30s", ...written });
  if (inputs.source.kind !== "checks") throw new Error("no checks");
  return evaluate(inputs, factsOf(inputs, inputs.source.checks, rounds));
}

const report = (...given: Parameters<typeof resultOf>) => render(resultOf(...given));
const summary = (...given: Parameters<typeof resultOf>) =>
  renderMarkdown(report(...given).summary, { maxBytes: 1_000_000 }).text;
const file = (name: string, result: Result) => String(render(result).files.find((one) => one.name === name)!.content);

/** @throws for what is not XML. */
function elementsOf(text: string): string[] {
  const reader = new XmlReader([new TextEncoder().encode(text)]);
  const names: string[] = [];
  for (let at = reader.next(); at !== undefined; at = reader.next()) if (at === "open") names.push(reader.name);
  expect(text.match(/&(?!(?:amp|lt|gt|quot|apos);)/)).toBeNull();
  return names;
}

const ONCE = { passes: "1", deadline: "1s" };
const TWO = "https://a.example/health\nhttps://a.example/api";

describe("the summary", () => {
  test("what fails comes first, with its rounds and its last answer", () => {
    const text = summary(TWO, [
      [GOOD, exampleFailure("refused")],
      [GOOD, DOWN],
    ]);
    const [first, second] = text.split("\n").filter((line) => line.includes("`GET /"));
    expect(first).toContain("❌ failed");
    expect(first).toContain("the status is 503, not 200 to 299");
    expect(first).toContain("0/3");
    expect(first).toMatch(/`x{8}`/);
    expect(second).toContain("✅ passed");
    expect(second).toMatch(/`✓{8}`/);
    expect(text).toContain("```\n<b>starting</b>\n```");
    expect(text).toContain("until the deadline of 30.0 s");
  });

  test("a check without contact has another sign", () => {
    const text = summary("https://a.example/", [[exampleFailure("timeout")], [DOWN], [GOOD]]);
    expect(text).toContain("`.x✓✓✓`");
  });

  test("only the last rounds of many", () => {
    const rounds: RoundOutcomes[] = Array.from({ length: 40 }, (_, at) => [at % 2 === 0 ? GOOD : DOWN]);
    expect(summary("https://a.example/", rounds, { interval: "300ms" })).toMatch(/`…[x✓]{24}`/);
  });

  test("an empty body is said to be empty", () => {
    expect(summary("https://a.example/", [[exampleAnswer({ status: 500, body: "" })]])).toContain("The body was empty");
  });

  test("a latency that warns is seen in a pass", () => {
    const checks = "- url: https://a.example/\n  expect: {latency: {warn: 10ms}}";
    expect(summary(checks, [[GOOD]])).toContain("⚠️ passed");
    expect(report(checks, [[GOOD]]).annotations).toMatchObject([
      { level: "warning", message: "the answer took 21 ms, and 10 ms are allowed" },
    ]);
  });

  test("the versions that were seen, and when", () => {
    const shows = (commit: string) => exampleAnswer({ body: JSON.stringify({ commit }) });
    const text = summary("https://a.example/ version=$.commit", [[shows("old-1")], [shows("old-1")], [shows(SHA)]], {
      version: SHA,
    });
    expect(text).toContain("`old-1` from 0.1 s to 1.6 s");
    expect(text).toContain(`\`${SHA.slice(0, 10)}\` from 3.9 s to 5.9 s`);
  });
});

test("outputs", () => {
  const shows = exampleAnswer({ headers: { "x-version": SHA.slice(0, 7) } });
  const { outputs } = report(
    "https://a.example/ version=header:X-Version\nhttps://a.example/2 optional",
    [[shows, DOWN]],
    {
      version: SHA,
    },
  );
  expect(outputs).toEqual({
    verdict: "pass",
    passed: "1",
    failed: "1",
    "served-version": SHA.slice(0, 7),
    "time-to-healthy-ms": "100",
  });
  const odd = exampleAnswer({ headers: { "x-version": "$(id)" } });
  const failed = report("https://a.example/ version=header:X-Version", [[odd]], { version: "$(id)" });
  expect(failed.outputs).toMatchObject({ verdict: "pass", "served-version": "" });
});

describe("what a service answers becomes no markup", () => {
  const EVIL = "</failure>]]><script>x</script>|`@octocat` ::error::x \u0000\u001b[31m\ud800 \uffff";
  const evil = exampleAnswer({ status: 500, body: EVIL, headers: { "content-type": EVIL } });

  test("in the summary", () => {
    const text = summary("https://a.example/", [[evil]]);
    expect(text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "")).not.toMatch(/<script|@octocat/);
    expect(text).not.toMatch(/[\u0000\u001b]/);
  });

  test("in the picture and in the JUnit file", () => {
    const result = resultOf(`https://a.example/ name="<b>&\\"'"`, [[evil]]);
    for (const name of ["timeline.svg", "junit.xml"]) {
      expect(elementsOf(file(name, result))).not.toContain("script");
    }
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (body) => {
        const xml = file("junit.xml", resultOf("https://a.example/", [[exampleAnswer({ status: 500, body })]], ONCE));
        expect(elementsOf(xml)).toEqual(["testsuites", "testsuite", "testcase", "failure"]);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
      { numRuns: 100 },
    );
  });
});

test("the JUnit file counts what failed, what had no contact and what is optional", () => {
  const checks = `${TWO}\nhttps://b.example/ optional\nhttps://c.example/`;
  const text = file("junit.xml", resultOf(checks, [[GOOD, DOWN, DOWN, exampleFailure("timeout")]]));
  expect(text).toContain('tests="4" failures="1" errors="1" skipped="1"');
  expect(text).toContain('timestamp="2026-11-28T12:00:00"');
  expect(text).toContain('<testcase name="GET /health" classname="https://a.example/health" time="0.021"/>');
});

test("the picture has a mark for each round of each check", () => {
  const svg = file(
    "timeline.svg",
    resultOf(TWO, [
      [GOOD, exampleFailure("timeout")],
      [GOOD, DOWN],
      [GOOD, GOOD],
    ]),
  );
  const count = (text: string) => svg.split(text).length - 1;
  expect([count('class="passed"'), count('class="failed"'), count('class="none"')]).toEqual([8, 1, 1]);
});

test("nothing asked is still a report", () => {
  const result = resultOf("https://a.example/", []);
  expect(file("timeline.svg", result)).toContain("Nothing was asked");
  expect(render(result).outputs["time-to-healthy-ms"]).toBe("");
});
