import { isDeepStrictEqual } from "node:util";
import type { Ratio } from "@jessy-actions/coverage/model";
import { meets } from "@jessy-actions/coverage/ratio";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Component, Gate, Result } from "../result.ts";

/** A number of a result, and where it stands. */
type Placed = readonly [place: string, ratio: Ratio | undefined];

/**
 * A result says several of its numbers more than once. One whose numbers contradict each other was not made by this
 * action, and is refused as a whole: nobody could say which of them is right.
 *
 * @returns the same result. @throws ReportError naming the two places.
 */
export function consistentNumbers(result: Result): Result {
  if (result.total.lines.total === 0) throw contradiction("`total.lines` measures nothing");
  checkNames(result);
  for (const [at, gate] of result.gates.entries()) {
    // The numbers of the default branch's scope stand in its gates alone: nothing could contradict them.
    if (gate.scope === undefined) checkGate(gate, `gates[${at}]`, result);
    else checkScope(gate, `gates[${at}]`, result);
  }
  checkPatch(result);
  checkMovement(result);
  return result;
}

function checkNames({ components, gates }: Result): void {
  const names = components.map(({ name }) => name);
  if (new Set(names).size < names.length) throw contradiction("two of `components` have one name");
  const keys = gates.map(({ kind, component, scope }) => JSON.stringify([kind, component, scope !== undefined]));
  if (new Set(keys).size < keys.length) throw contradiction("two of `gates` are one and the same");
}

function checkGate(gate: Gate, place: string, result: Result): void {
  const { kind, measured, threshold } = gate;
  const component = componentOf(gate, place, result);
  const amiss = measured === undefined ? undefined : measured.total - measured.covered;
  switch (kind) {
    case "line":
    case "branch":
    case "function": {
      const key = ({ line: "lines", branch: "branches", function: "functions" } as const)[kind];
      return same([`${place}.measured`, measured], [`total.${key}`, (component ?? result).total[key]]);
    }
    case "patch":
      return same(
        [`${place}.measured`, measured],
        ["patch.lines", component === undefined ? result.patch.lines : component.patch],
      );
    case "patch-branch":
      return same([`${place}.measured`, measured], ["patch.branches", result.patch.branches]);
    case "decrease":
      return checkDecrease(gate, place, result);
    case "per-file": {
      const below = result.filesBelowMinimum;
      equal([`the files that \`${place}.measured\` leaves`, amiss], ["`filesBelowMinimum`", below.length]);
      const minimum = parseDecimal(threshold);
      const above = below.findIndex(({ lines }) => minimum === undefined || meets(lines, minimum));
      if (above >= 0) throw contradiction(`\`filesBelowMinimum[${above}]\` is not below \`${place}.threshold\``);
      return;
    }
    case "measured":
      return equal(
        [`the files that \`${place}.measured\` leaves`, amiss],
        ["`patch.unmeasured`", result.patch.unmeasured.length],
      );
    case "stale":
      if (amiss === undefined || amiss === 0)
        throw contradiction(`\`${place}.measured\` leaves no file that does not fit`);
      return;
    case "rules":
      if (gate.unjudged === undefined) throw contradiction(`\`${place}\` does not say what is not known`);
      if (gate.unjudged.cause === "scope-unusable") throw contradiction(`\`${place}\` does not say which scope`);
  }
}

/** A change sets its inputs otherwise once, and has one `on-changed-scope`. */
function checkScope({ scope }: Gate, place: string, { gates }: Result): void {
  const first = gates.find((gate) => gate.scope !== undefined)?.scope;
  if (!isDeepStrictEqual(scope, first))
    throw contradiction(`\`${place}.scope\` is another one than that of the gates before`);
}

function componentOf({ component, kind }: Gate, place: string, { components }: Result): Component | undefined {
  if (component === undefined) return undefined;
  const found = components.find(({ name }) => name === component);
  if (found === undefined) throw contradiction(`\`${place}.component\` is none of \`components\``);
  if (!["line", "branch", "function", "patch"].includes(kind))
    throw contradiction(`\`${place}\` is of a kind that components do not have`);
  return found;
}

/** The base is the baseline's, or that without the lines that the change removes. */
function checkDecrease({ measured, base }: Gate, place: string, { total, base: before, movement }: Result): void {
  if (measured === undefined && base === undefined) return;
  same([`${place}.measured`, measured], ["total.lines", total.lines]);
  const removed = movement?.parts.find(({ cause }) => cause === "removed");
  const kept = before &&
    removed && {
      covered: before.lines.covered + removed.covered,
      total: before.lines.total + removed.total,
    };
  if (kept !== undefined && isSame(base, kept)) return;
  same([`${place}.base`, base], ["base.lines", before?.lines]);
}

/** The changed files are those with measured lines, all of them. */
function checkPatch({ patch }: Result): void {
  if (patch.lines === undefined) {
    if (patch.files.length > 0) throw contradiction("`patch.files` are changed, and `patch.lines` are not");
    return;
  }
  const sum = patch.files.reduce(
    ({ covered, total }, { lines }) => ({ covered: covered + lines.covered, total: total + lines.total }),
    { covered: 0, total: 0 },
  );
  same(["patch.lines", patch.lines], ["the sum of patch.files", sum]);
}

/** The parts of a movement add up to it. */
function checkMovement({ movement, total, base }: Result): void {
  if (movement === undefined) return;
  if (base === undefined) throw contradiction("`movement` moves from no `base`");
  const { covered, total: lines } = movement.parts.reduce(
    (sum, part) => ({ covered: sum.covered + part.covered, total: sum.total + part.total }),
    base.lines,
  );
  if (covered !== total.lines.covered || lines !== total.lines.total)
    throw contradiction("`movement.parts` do not lead from `base.lines` to `total.lines`");
}

function same([place, ratio]: Placed, [other, expected]: Placed): void {
  if (!isSame(ratio, expected))
    throw contradiction(`\`${place}\` is ${words(ratio)}, and \`${other}\` ${words(expected)}`);
}

function equal(
  [place, number]: readonly [string, number | undefined],
  [other, expected]: readonly [string, number],
): void {
  if (number !== undefined && number !== expected)
    throw contradiction(`${place} are ${number}, and ${other} ${expected}`);
}

function isSame(a: Ratio | undefined, b: Ratio | undefined): boolean {
  return a?.covered === b?.covered && a?.total === b?.total;
}

function words(ratio: Ratio | undefined): string {
  return ratio === undefined ? "missing" : `${ratio.covered}/${ratio.total}`;
}

function contradiction(what: string): ReportError {
  return new ReportError(`its numbers contradict each other: ${what}`);
}
