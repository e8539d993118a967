import type { CheckResult, Result } from "../result.ts";
import { xmlText } from "./xml-text.ts";

/** The checks as test cases, for what collects them: one suite, a failure for what fails, a skip for what is optional. */
export function junitFile({ name, checks, duration, time }: Result): string {
  const cases = checks.map(testCase);
  const count = (mark: string) => cases.filter((text) => text.includes(mark)).length;
  const suite = [
    `name="${xmlText(name === "" ? "smoke-test" : `smoke-test ${name}`)}"`,
    `tests="${checks.length}" failures="${count("<failure ")}" errors="${count("<error ")}" skipped="${count("<skipped ")}"`,
    `time="${(duration / 1000).toFixed(3)}" timestamp="${new Date(time).toISOString().slice(0, 19)}"`,
  ].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite ${suite}>\n${cases.join("\n")}\n</testsuite></testsuites>\n`;
}

function testCase({ name, url, state, optional, reason, latency, last }: CheckResult): string {
  const attributes = `name="${xmlText(name)}" classname="${xmlText(url)}" time="${((latency?.median ?? 0) / 1000).toFixed(3)}"`;
  if (state === "passed") return `<testcase ${attributes}/>`;
  const message = `message="${xmlText((reason ?? "").replaceAll("`", ""))}"`;
  if (optional) return `<testcase ${attributes}><skipped ${message}/></testcase>`;
  const detail = last.flatMap(({ address, problems, excerpt }) => [
    ...problems.map((problem) => `${address ?? "no address"}: ${problem.message.replaceAll("`", "")}`),
    ...(excerpt === null ? [] : [excerpt]),
  ]);
  const element = state === "inconclusive" ? "error" : "failure";
  return `<testcase ${attributes}><${element} ${message}>${xmlText(detail.join("\n"))}</${element}></testcase>`;
}
