import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { CheckResult, Result } from "../result.ts";
import { shortVersion } from "../wording/short-version.ts";
import { seconds } from "../wording/time.ts";

type Judged = Pick<
  Result,
  "verdict" | "end" | "duration" | "deadline" | "timeToHealthy" | "version" | "servedVersions" | "checks"
>;

/** The verdict in words, one line of plain text. Pure. */
export function headlineOf(judged: Judged): string {
  const { verdict, checks, duration } = judged;
  const required = checks.filter(({ optional }) => !optional);
  const failing = required.filter(({ state }) => state !== "passed");
  if (verdict === "broken") return "Nothing was asked";
  if (verdict === "inconclusive")
    return `No contact within ${seconds(duration)}, so nothing is known of the service: ${namedReason(failing[0]!)}`;
  if (verdict === "pass") return passing(judged, required);
  const which =
    required.length === 1
      ? "The check fails"
      : `${failing.length} of ${required.length} checks ${failing.length === 1 ? "fails" : "fail"}`;
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : "";
  const when = judged.end === "hopeless" ? "; no waiting would mend it" : `, after ${seconds(duration)}`;
  return `${which}${when}: ${namedReason(failing[0]!)}${more}`;
}

function passing({ timeToHealthy, version, checks }: Judged, required: readonly CheckResult[]): string {
  const passes = Math.min(...required.map(({ passes: { asked } }) => asked));
  const times = passes === 1 ? "" : `, ${passes} times in a row`;
  const words = required.length === 1 ? `The check passes${times}` : `All ${required.length} checks pass${times}`;
  const healthy = timeToHealthy === null ? "" : `; healthy after ${seconds(timeToHealthy)}`;
  const runs = version === null ? "" : `; version ${plain(shortVersion(version), 40)} is served`;
  const optional = checks.filter((check) => check.optional && check.state !== "passed").length;
  const besides = optional === 0 ? "" : `; ${counted(optional, "optional check")} ${optional === 1 ? "fails" : "fail"}`;
  return `${words}${healthy}${runs}${besides}`;
}

function namedReason({ name, reason }: CheckResult): string {
  return `${plain(name, 80)}: ${plain(reason ?? "", 200)}`;
}

/** Untrusted text without the marks of code, on one line, and not endless. */
function plain(text: string, characters: number): string {
  const line = revealInvisible(text.replaceAll("`", "").replace(/\s+/g, " ").trim());
  return line.length > characters ? `${line.slice(0, characters - 3)}...` : line;
}
