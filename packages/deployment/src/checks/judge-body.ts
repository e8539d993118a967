import type { Check, Matcher } from "./check.ts";
import { valueAt } from "./json-path-value.ts";
import { mismatch, needsWhole } from "./matching.ts";
import type { Answer } from "./outcome.ts";
import { parsedBody } from "./parsed-body.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./shown.ts";

/** What the body must say, as text and as JSON. Pure. */
export function judgeBody({ expect }: Check, { isCut, headers }: Answer, text: string): Problem[] {
  const problems = expect.body.flatMap(({ matcher }) => {
    // An empty body is a body: a service that answers nothing has nothing that could be missing in it.
    const wrong = mismatch(matcher, text);
    if (isCut && (wrong !== undefined || needsWhole(matcher)))
      return [
        problem("body", `the body is too long to be judged: only its start was read, and it ${wrong ?? "may go on"}`),
      ];
    return wrong === undefined ? [] : [problem("body", `the body ${wrong}`)];
  });
  return [...problems, ...judgeJson(expect.json, parsedBody(text, isCut, headers["content-type"]))];
}

function judgeJson(expected: Check["expect"]["json"], parsed: ReturnType<typeof parsedBody>): Problem[] {
  if (expected.length === 0) return [];
  if ("problem" in parsed) return [problem("json", parsed.problem)];
  return expected.flatMap(({ path, matcher }) => {
    const found = valueAt(parsed.value, path);
    const text = found === undefined ? undefined : jsonText(found.value);
    const wrong = mismatch(matcher, text);
    if (wrong === undefined) return [];
    return [problem("json", `${shown(path.text)} ${wrong}${saying(matcher, text)}`)];
  });
}

function saying({ kind }: Matcher, text: string | undefined): string {
  return text === undefined ? "" : ` but ${kind === "missing" ? "is " : ""}${shown(text)}`;
}

/** A text as it is, anything else as JSON: `true`, `12`, `null`. */
export function jsonText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function problem(kind: "body" | "json", message: string): Problem {
  return { kind, message, isWarning: false, retry: "later" };
}
