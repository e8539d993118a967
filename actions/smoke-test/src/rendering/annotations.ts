import { revealInvisible } from "@jessy-actions/kit/report/escape";
import type { Annotation } from "@jessy-actions/kit/report/report";
import type { CheckResult, Result } from "../result.ts";

/** One for each check that fails or warns. Pure. */
export function annotations({ checks }: Result): Annotation[] {
  return checks.flatMap((check): Annotation[] => {
    const messages = messagesOf(check);
    if (messages.length === 0) return [];
    const isError = check.state !== "passed" && !check.optional;
    return [
      {
        level: isError ? "error" : "warning",
        title: revealInvisible(`Smoke test: ${check.name}`),
        message: messages.map((message) => revealInvisible(message.replaceAll("`", ""))).join("\n"),
        importance: isError ? 1 : 0,
      },
    ];
  });
}

function messagesOf({ reason, last }: CheckResult): string[] {
  // Of several addresses the first: a latency of each would be a line each.
  const warnings = new Map(
    last
      .flatMap(({ problems }) =>
        problems.flatMap(({ kind, message, warning }) => (warning ? [[kind, message] as const] : [])),
      )
      .reverse(),
  );
  return [...(reason === null ? [] : [reason]), ...warnings.values()];
}
