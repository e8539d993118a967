import { ReportError } from "@jessy-actions/reading/report-error";
import { described, several } from "./scalar.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * `200`, `2xx`, `200-204`, several of them between commas or as a list.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function readStatuses(value: unknown): readonly Range[] {
  return several(value, (item) =>
    String(item)
      .split(",")
      .map((part) => readRange(part.trim(), item)),
  ).flat();
}

function readRange(part: string, written: unknown): Range {
  const [, family] = /^([1-5])xx$/i.exec(part) ?? [];
  if (family !== undefined) return { from: Number(family) * 100, to: Number(family) * 100 + 99 };
  const [, first, last] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part) ?? [];
  const range = { from: Number(first), to: Number(last ?? first) };
  if (first === undefined || range.from > range.to)
    throw new ReportError(`is ${described(written)}; write \`200\`, \`2xx\`, \`200-204\` or several of them`);
  return range;
}
