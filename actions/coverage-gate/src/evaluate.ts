import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport, Ratio } from "@jessy-actions/coverage/model";
import { type Movement, movement } from "@jessy-actions/coverage/movement";
import { type PatchCoverage, patchCoverage } from "@jessy-actions/coverage/patch";
import {
  type ExactNumber,
  floorPercent,
  formatPoints,
  meets,
  percentBeside,
  pointsBetween,
  shortfall,
  withinDecrease,
} from "@jessy-actions/coverage/ratio";
import { fileTotals, reportTotals, sumTotals, type Totals, type TotalsMode } from "@jessy-actions/coverage/totals";
import type { Decimal } from "@jessy-actions/reading/decimal";
import { pathFilter } from "@jessy-actions/reading/globs";
import { UserError } from "@jessy-actions/reading/user-error";
import { enforceBaseline } from "./enforce.ts";
import type { Facts, MeasuredFacts } from "./facts.ts";
import type { ComponentMinimums, Inputs, Minimums } from "./inputs.ts";
import type { Component, FileBelowMinimum, Gate, GateKind, Note, Patch, Result } from "./result.ts";

/** The whole decision. Pure. @throws UserError when there is nothing that could be judged. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  return facts.kind === "published" ? facts.result : new Evaluation(inputs, facts).result();
}

class Evaluation {
  readonly #inputs: Inputs;
  readonly #facts: MeasuredFacts;
  readonly #mode: TotalsMode;
  readonly #minimums: Minimums;
  readonly #onMissingBaseline: Inputs["onMissingBaseline"];
  readonly #onStaleReport: Inputs["onStaleReport"];
  readonly #gates: Gate[] = [];
  readonly #notes: Note[];
  readonly #lowered: Result["loweredGates"];
  readonly #total: Totals;
  readonly #base: Totals | undefined;
  readonly #patch: PatchCoverage | undefined;
  readonly #movement: Movement | undefined;

  constructor(inputs: Inputs, facts: MeasuredFacts) {
    this.#inputs = inputs;
    this.#facts = facts;
    this.#mode = inputs.totals;
    const enforced = enforceBaseline(inputs, facts.isPullRequest ? (facts.baseline.gate ?? {}) : {});
    this.#minimums = enforced.minimums;
    this.#onMissingBaseline = enforced.onMissingBaseline;
    this.#onStaleReport = enforced.onStaleReport;
    this.#lowered = enforced.lowered;
    this.#notes = [
      ...enforced.changed.map(
        (input): Note => ({
          level: "warning",
          text: `This change sets the gate's input \`${input}\` to something else than on the default branch.`,
        }),
      ),
      ...facts.notes,
    ];
    this.#total = reportTotals(facts.report, this.#mode);
    this.#base = facts.baseline.report === undefined ? undefined : reportTotals(facts.baseline.report, this.#mode);
    this.#patch = facts.change.state === "compared" ? patchCoverage(facts.report, facts.change.diff) : undefined;
    // What a report declares has no lines whose fate could be told.
    this.#movement =
      facts.baseline.report === undefined || facts.baseline.diff === undefined || this.#mode === "declared"
        ? undefined
        : movement(facts.baseline.report, facts.report, facts.baseline.diff);
  }

  result(): Result {
    if (this.#total.lines.total === 0) {
      throw new UserError(
        "the reports measure not a single line, so there is no coverage to judge; was the test run instrumented, or does `exclude` leave nothing over?",
      );
    }
    this.#judgeStaleReports();
    this.#judgeTotal("line", "Lines", this.#total.lines, this.#minimums.line);
    this.#judgeTotal("branch", "Branches", this.#total.branches, this.#minimums.branch);
    this.#judgeTotal("function", "Functions", this.#total.functions, this.#minimums.function);
    this.#judgePatch("patch", "Changed lines", this.#patch?.lines, this.#minimums.patch);
    this.#judgePatch("patch-branch", "Changed branches", this.#patch?.branches, this.#minimums.patchBranch);
    this.#judgeDecrease();
    const unmeasured = this.#judgeUnmeasured();
    const filesBelowMinimum = this.#judgeFiles();
    const components = this.#inputs.components.map((component) => this.#judgeComponent(component));
    const verdict = this.#gates.some((gate) => gate.verdict === "fail") ? "fail" : "pass";
    const { context, baseline, reports } = this.#facts;
    return {
      schema: "jessy-actions/coverage-gate/v1",
      name: this.#inputs.name,
      verdict,
      headline: this.#headline(verdict),
      context,
      gates: this.#gates,
      total: this.#total,
      ...(this.#base !== undefined && { base: this.#base }),
      baseline: baseline.about,
      patch: this.#patchResult(unmeasured),
      ...(this.#movement !== undefined && { movement: this.#movement }),
      components,
      filesBelowMinimum,
      reports,
      notes: this.#notes,
      loweredGates: this.#lowered,
    };
  }

  #headline(verdict: "pass" | "fail"): string {
    const parts = [`Coverage ${this.#numberBeside(this.#total.lines, this.#minimums.line)}`];
    const patch = this.#patch?.lines;
    if (patch !== undefined && patch.total > 0)
      parts.push(`changed lines ${this.#numberBeside(patch, this.#minimums.patch)}`);
    const failed = this.#gates.filter((gate) => gate.verdict === "fail");
    const others = failed.filter((gate) => gate.component !== undefined || !["line", "patch"].includes(gate.kind));
    const why = others.length === 0 ? "" : ` (${others.map(describeGate).join(", ")})`;
    return `${parts.join(", ")}: ${verdict}${why}`;
  }

  #numberBeside(ratio: Ratio, minimum: Decimal | undefined): string {
    if (minimum === undefined) return `${floorPercent(ratio)} %`;
    return `${percentBeside(ratio, minimum)} % (needs ${minimum.text} %)`;
  }

  #judgeTotal(kind: GateKind, noun: string, ratio: Ratio, minimum: Decimal | undefined, component?: string): void {
    if (minimum === undefined) return;
    const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text, measured: ratio };
    if (ratio.total === 0) {
      const sentence = `${noun}: the reports measure none, but ${minimum.text} % of them are asked for.`;
      this.#gates.push({ ...gate, verdict: "fail", sentence });
    } else this.#gates.push({ ...gate, ...judgeRatio(noun, ratio, minimum) });
  }

  #judgePatch(
    kind: "patch" | "patch-branch",
    noun: string,
    ratio: Ratio | undefined,
    minimum: Decimal | undefined,
    component?: string,
  ): void {
    if (minimum === undefined) return;
    const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
    const skip = (sentence: string) =>
      this.#gates.push({ ...gate, ...(ratio !== undefined && { measured: ratio }), verdict: "skipped", sentence });
    const { change } = this.#facts;
    if (ratio === undefined) {
      skip(`${noun}: not judged, because ${change.state === "none" ? change.reason : "nothing was compared"}.`);
    } else if (ratio.total === 0) skip(`${noun}: none is measured, so there is nothing to judge.`);
    else if (kind === "patch" && ratio.total < this.#minimums.patchLines) {
      skip(
        `${noun}: not judged, because ${ratio.total} measured lines are fewer than the ${this.#minimums.patchLines} of \`min-patch-lines\`.`,
      );
    } else if (kind === "patch-branch" && (this.#patch?.lines.total ?? 0) < this.#minimums.patchLines) {
      skip(`${noun}: not judged, because the change is smaller than \`min-patch-lines\`.`);
    } else this.#gates.push({ ...gate, measured: ratio, ...judgeRatio(noun, ratio, minimum) });
  }

  /** Against the baseline; failing that, against the baseline without the lines that this change removed: deleting covered code is no loss. */
  #judgeDecrease(): void {
    const allowed = this.#minimums.maxDecrease;
    if (allowed === undefined) return;
    const gate = { kind: "decrease", threshold: allowed.text } as const;
    const head = this.#total.lines;
    const base = this.#base?.lines;
    if (base === undefined || base.total === 0) {
      const { about } = this.#facts.baseline;
      const why = "reason" in about ? about.reason : "it measured nothing";
      const fails = this.#onMissingBaseline === "fail" && about.state === "missing";
      const sentence = `Decrease: not judged, because there is no baseline (${why}).`;
      this.#gates.push({ ...gate, verdict: fails ? "fail" : "skipped", sentence });
      return;
    }
    const points = pointsBetween(base, head);
    const arithmetic = `${fraction(base)} before, ${fraction(head)} now: ${formatPoints(points)} points`;
    if (withinDecrease(points, allowed)) {
      this.#gates.push({
        ...gate,
        measured: head,
        verdict: "pass",
        sentence: `Decrease: ${arithmetic}, ${allowed.text} may be lost.`,
      });
      return;
    }
    const removed = this.#movement?.parts.find((part) => part.cause === "removed");
    const adjusted =
      removed === undefined
        ? undefined
        : { covered: base.covered + removed.covered, total: base.total + removed.total };
    if (adjusted !== undefined && adjusted.total > 0) {
      const adjustedPoints = pointsBetween(adjusted, head);
      const without = `without the ${-removed!.total} measured lines that this change removes or edits it was ${fraction(adjusted)}: ${formatPoints(adjustedPoints)} points`;
      if (withinDecrease(adjustedPoints, allowed)) {
        this.#gates.push({
          ...gate,
          measured: head,
          verdict: "pass",
          sentence: `Decrease: ${arithmetic}, but ${without}, ${allowed.text} may be lost.`,
        });
        return;
      }
      this.#gates.push({
        ...gate,
        measured: head,
        verdict: "fail",
        sentence: `Decrease: ${arithmetic}, and ${without}; ${allowed.text} may be lost.`,
      });
      return;
    }
    this.#gates.push({
      ...gate,
      measured: head,
      verdict: "fail",
      sentence: `Decrease: ${arithmetic}; ${allowed.text} may be lost.`,
    });
  }

  #judgeFiles(): FileBelowMinimum[] {
    const minimum = this.#minimums.perFile;
    if (minimum === undefined) return [];
    const below = [...this.#facts.report.files.values()]
      .map((file) => ({ path: file.path, lines: fileTotals(file, this.#mode).lines }))
      .filter(({ lines }) => lines.total > 0 && !meets(lines, minimum))
      .sort((a, b) => compareRatios(a.lines, b.lines) || (a.path < b.path ? -1 : 1));
    const files = this.#facts.report.files.size;
    this.#gates.push({
      kind: "per-file",
      threshold: minimum.text,
      verdict: below.length === 0 ? "pass" : "fail",
      sentence:
        below.length === 0
          ? `Files: each of the ${files} has at least ${minimum.text} %.`
          : `Files: ${below.length} of ${files} have less than ${minimum.text} %, the least has ${below[0]!.path} with ${percentBeside(below[0]!.lines, minimum)} %.`,
    });
    return below;
  }

  /** Source files that the change touches and that no report knows: code that no test run even loads. */
  #judgeUnmeasured(): readonly string[] {
    const { change, report } = this.#facts;
    if (this.#inputs.requireMeasured.length === 0 || change.state === "none") return [];
    const required = pathFilter(this.#inputs.requireMeasured);
    const excluded = pathFilter(this.#inputs.exclude);
    const missing = change.diff
      .filter(
        (file) => file.status !== "deleted" && file.added.length > 0 && required(file.path) && !excluded(file.path),
      )
      .map((file) => file.path)
      .filter((path) => !report.files.has(path))
      .sort();
    this.#gates.push({
      kind: "measured",
      threshold: "0",
      verdict: missing.length === 0 ? "pass" : "fail",
      sentence:
        missing.length === 0
          ? "Changed files: every one that `require-measured` names is in a report."
          : `Changed files: ${missing.length} that \`require-measured\` names are in no report, e.g. ${missing[0]}.`,
    });
    return missing;
  }

  #judgeStaleReports(): void {
    const { stale } = this.#facts;
    const first = stale[0];
    if (first === undefined) return;
    const text =
      `The reports do not fit this commit: they measure line ${first.measuredLine} of ${first.path}, which has ${first.lines} lines` +
      `${stale.length > 1 ? ` (and so in ${stale.length - 1} more files)` : ""}. Were they made from another commit?`;
    if (this.#onStaleReport === "fail")
      this.#gates.push({ kind: "stale", threshold: "0", verdict: "fail", sentence: text });
    else this.#notes.push({ level: "warning", text });
  }

  #judgeComponent({ name, globs, minimums }: ComponentMinimums): Component {
    const belongs = pathFilter(globs);
    const totalOf = (report: CoverageReport) =>
      sumTotals(
        [...report.files.values()].filter((file) => belongs(file.path)).map((file) => fileTotals(file, this.#mode)),
      );
    const total = totalOf(this.#facts.report);
    if (total.lines.total === 0) {
      throw new UserError(
        `component \`${name}\` matches no measured file; its paths are ${globs.map((glob) => `\`${glob}\``).join(", ")}`,
      );
    }
    const base = this.#facts.baseline.report === undefined ? undefined : totalOf(this.#facts.baseline.report);
    const { change } = this.#facts;
    const patch =
      change.state === "compared"
        ? patchCoverage(
            this.#facts.report,
            change.diff.filter((file: DiffFile) => belongs(file.path)),
          ).lines
        : undefined;
    this.#judgeTotal("line", `${name}: lines`, total.lines, minimums.line, name);
    this.#judgeTotal("branch", `${name}: branches`, total.branches, minimums.branch, name);
    this.#judgeTotal("function", `${name}: functions`, total.functions, minimums.function, name);
    this.#judgePatch("patch", `${name}: changed lines`, patch, minimums.patch, name);
    return { name, total, ...(base !== undefined && { base }), ...(patch !== undefined && { patch }) };
  }

  #patchResult(unmeasured: readonly string[]): Patch {
    const { change } = this.#facts;
    if (this.#patch === undefined || change.state === "none") {
      return { files: [], unmeasured, ...(change.state === "none" && { reason: change.reason }) };
    }
    return { ...this.#patch, base: change.base, unmeasured };
  }
}

function judgeRatio(noun: string, ratio: Ratio, minimum: Decimal): Pick<Gate, "verdict" | "sentence"> {
  const numbers = `${noun}: ${ratio.covered} of ${ratio.total} covered (${percentBeside(ratio, minimum)} %), ${minimum.text} % needed`;
  if (meets(ratio, minimum)) return { verdict: "pass", sentence: `${numbers}.` };
  return { verdict: "fail", sentence: `${numbers}: ${shortfall(ratio, minimum as ExactNumber)} more to cover.` };
}

const GATE_NAMES: Readonly<Record<GateKind, string>> = {
  line: "line coverage",
  branch: "branch coverage",
  function: "function coverage",
  patch: "changed lines",
  "patch-branch": "changed branches",
  decrease: "decrease",
  "per-file": "files below their minimum",
  measured: "unmeasured files",
  stale: "reports of another commit",
};

export function describeGate(gate: Gate): string {
  return gate.component === undefined ? GATE_NAMES[gate.kind] : `${gate.component}: ${GATE_NAMES[gate.kind]}`;
}

function fraction(ratio: Ratio): string {
  return `${ratio.covered}/${ratio.total} = ${floorPercent(ratio)} %`;
}

function compareRatios(a: Ratio, b: Ratio): number {
  return a.covered * b.total - b.covered * a.total;
}
