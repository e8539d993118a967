import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { AnswerResult, CheckResult, Result } from "../result.ts";
import { time } from "../wording/time.ts";
import { worstFirst } from "./state-mark.ts";

/** Checks whose last answers are shown, and answers of each; the result file has all. */
const MAX_CHECKS = 10;
const MAX_ANSWERS = 5;

/** For what failed: every problem of the last answer, where it came from, how long it took, and what it said. Pure. */
export function failures({ checks }: Result): Block[] {
  return worstFirst(checks)
    .filter(({ state }) => state !== "passed")
    .slice(0, MAX_CHECKS)
    .map((check, at) => ({
      kind: "details",
      summary: [{ strong: "Last answer" }, " of ", { code: check.name }],
      blocks: answers(check),
      open: at === 0,
    }));
}

function answers({ last, url, method }: CheckResult): Block[] {
  const failing = last.filter(({ problems }) => problems.some(({ warning }) => !warning));
  const shown = (failing.length > 0 ? failing : last).slice(0, MAX_ANSWERS);
  return [
    { kind: "paragraph", text: { code: `${method} ${url}` } },
    ...shown.flatMap((answer): Block[] => [
      { kind: "list", items: facts(answer) },
      ...(answer.excerpt === null || answer.excerpt.trim() === ""
        ? []
        : [{ kind: "code", text: answer.excerpt, weight: 1 } satisfies Block]),
    ]),
  ];
}

function facts({
  problems,
  address,
  status,
  timing,
  certificate,
  tlsDays,
  contentType,
  excerpt,
  version,
}: AnswerResult): Line[] {
  const { lookup, connect, tls, firstByte, total } = timing;
  const phases = [
    ["name", lookup],
    ["connected", connect],
    ["TLS", tls],
    ["first byte", firstByte],
    ["end", total],
  ] as const;
  const known = phases.flatMap(([name, at]) => (at === null ? [] : [`${name} ${time(at)}`])).join(", ");
  return [
    ...problems.map(({ message, warning }): Line => (warning ? ["Warning: ", ...prose(message)] : prose(message))),
    [`Address: `, address === null ? "none" : { code: address }, ...(status === null ? [] : [`; status ${status}`])],
    `Time: ${known}`,
    ...(certificate === null ? [] : [["Certificate: ", { code: certificate }, `, valid for ${tlsDays} more days`]]),
    ...(version === null ? [] : [["Version: ", { code: version }]]),
    ...(contentType === null ? [] : [["Content type: ", { code: contentType }]]),
    ...(status !== null && (excerpt === null || excerpt.trim() === "") ? ["The body was empty"] : []),
  ];
}
