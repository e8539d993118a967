import { ReportError } from "@jessy-actions/reading/report-error";
import type { BuildWarning } from "./solve-status.ts";

/** What BuildKit's checks say of the Dockerfile of one image. */
export interface Checks {
  readonly image: string;
  readonly warnings: readonly BuildWarning[];
  /** Why the Dockerfile cannot be built at all, in BuildKit's words. */
  readonly error?: { readonly message: string; readonly line?: number };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what `--call=check,format=json` prints: bake an object of targets, a single build its checks alone.
 *
 * @param images those of the call. @throws ReportError when it is something else.
 */
export function readChecks(text: string, images: readonly string[]): readonly Checks[] {
  const root = fieldsOf(parsed(text));
  const targets = root?.target === undefined ? undefined : fieldsOf(root.target);
  return images.map((image) => {
    const checks = targets === undefined ? root : fieldsOf(fieldsOf(targets[image])?.check);
    if (checks === undefined || !("warnings" in checks || "buildError" in checks || "sources" in checks))
      throw new ReportError(`the answer of \`--call=check\` has no checks of ${image}`);
    return {
      image,
      warnings: (Array.isArray(checks.warnings) ? checks.warnings : []).flatMap(readWarning),
      ...readError(checks.buildError),
    };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError("the answer of `--call=check` is not valid JSON");
  }
}

function readWarning(value: unknown): readonly BuildWarning[] {
  const warning = fieldsOf(value);
  if (warning === undefined) return [];
  const { ruleName, description, detail, url, location } = warning;
  const range = rangeOf(location);
  const line = lineOf(range?.start);
  const said = textOf(detail) || textOf(description);
  return [
    {
      // As a build says it.
      text: textOf(ruleName) === "" ? said : `${textOf(ruleName)}: ${said}`,
      detail: [textOf(description)],
      url: textOf(url),
      ...(line === undefined ? {} : { line, endLine: Math.max(line, lineOf(range?.end) ?? line) }),
    },
  ];
}

function readError(value: unknown): Pick<Checks, "error"> {
  const error = fieldsOf(value);
  if (error === undefined) return {};
  const line = lineOf(rangeOf(error.location)?.start);
  return { error: { message: textOf(error.message), ...(line === undefined ? {} : { line }) } };
}

function rangeOf(location: unknown): Fields | undefined {
  const ranges = fieldsOf(location)?.ranges;
  return fieldsOf(Array.isArray(ranges) ? ranges[0] : undefined);
}

function lineOf(place: unknown): number | undefined {
  const line = fieldsOf(place)?.line;
  return typeof line === "number" && Number.isSafeInteger(line) && line > 0 ? line : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
