import { ReportError } from "@jessy-actions/reading/report-error";
import type { VersionPlace } from "../check.ts";
import { shown } from "../shown.ts";
import { parseJsonPath } from "./json-path.ts";

/**
 * `$.commit`, `header:X-Version` or `body`.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function readVersionPlace(written: string): VersionPlace {
  if (written.startsWith("$")) return { in: "json", path: parseJsonPath(written) };
  if (written === "body") return { in: "body" };
  const [, name] = /^header:\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/.exec(written) ?? [];
  if (name !== undefined) return { in: "header", name };
  throw new ReportError(`is ${shown(written)}; write \`$.commit\`, \`header:X-Version\` or \`body\``);
}
