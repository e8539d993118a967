import type { JsonValue } from "@jessy-actions/reading/json";
import { boolean, list } from "@jessy-actions/reading/json-fields";
import type { MessageLine } from "../message.ts";

/** The checks of smoke-test that did not pass, and why; those that may fail come last. @throws ReportError */
export function readSmokeChecks(file: JsonValue): readonly MessageLine[] {
  const checks = list(file.get("checks"), (check) => ({
    name: check.get("name").text(),
    url: check.get("url").text(),
    state: check.get("state").text(),
    isOptional: boolean(check.get("optional")),
    reason: check.get("reason"),
  }));
  return checks
    .filter(({ state }) => state !== "passed")
    .sort((a, b) => Number(a.isOptional) - Number(b.isOptional))
    .map(({ name, url, state, isOptional, reason }) => [
      { text: name, href: url },
      `: ${reason.isMissing ? state : reason.text()}${isOptional ? " (optional)" : ""}`,
    ]);
}
