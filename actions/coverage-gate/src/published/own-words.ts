import { counted } from "@jessy-actions/kit/report/quantity";
import { CAUSES } from "../gates/words.ts";
import type { Baseline, Note, Patch, PatchFile, Result } from "../result.ts";

/** A name that cannot pass for a sentence: no blank in it, and not longer than a word. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/@+#~<>()[\],*&$-]{0,79}$/u;

/** What an input of a gate can be in the report about a weakened one. */
const PLAIN_VALUE = /^(?:\d{1,3}(?:\.\d{1,6})?|fail|warn|gate|never|nothing|none|auto)$/;

/**
 * Another run's result without its sentences: notes and reasons are replaced by our own words for what they are about.
 * Names stay names, as paths in tables do; the ones that stand in our sentences must look like names.
 */
export function inOwnWords(published: Result): Result {
  const names = new Map(published.components.map(({ name }, at) => [name, plainName(name, `component ${at + 1}`)]));
  return {
    ...published,
    baseline: baselineWords(published.baseline),
    patch: patchWords(published.patch),
    components: published.components.map((component) => ({ ...component, name: names.get(component.name)! })),
    gates: published.gates.map(({ component, ...gate }) =>
      component === undefined
        ? gate
        : { ...gate, component: names.get(component) ?? plainName(component, "component") },
    ),
    notes: notesWords(published.notes),
    loweredGates: published.loweredGates.filter(
      ({ input, asked, enforced }) =>
        /^[a-z]+(?:-[a-z]+){0,4}$/.test(input) && PLAIN_VALUE.test(asked) && PLAIN_VALUE.test(enforced),
    ),
  };
}

function plainName(name: string, otherwise: string): string {
  return PLAIN_NAME.test(name) ? name : otherwise;
}

function notesWords(notes: readonly Note[]): readonly Note[] {
  if (notes.length === 0) return [];
  const text = `The run that measured has ${counted(notes.length, "note")} of its own; its job summary shows what they are.`;
  return [{ level: notes.some(({ level }) => level === "warning") ? "warning" : "note", text }];
}

function baselineWords(baseline: Baseline): Baseline {
  switch (baseline.state) {
    case "exact":
      return { ...baseline, reason: "the base of this change" };
    case "ancestor":
      return { ...baseline, reason: "the nearest that has one" };
    case "file":
      return { state: "file", file: plainName(baseline.file, "a file") };
    case "missing":
      return { state: "missing", reason: "the default branch has none" };
    case "off":
      return { state: "off", reason: "none was asked for, or nothing was compared" };
    default:
      return { state: baseline.state, reason: CAUSES[`baseline-${baseline.state}`] };
  }
}

function patchWords(patch: Patch): Patch {
  const { reason, cause, files, filesByDefault, ...rest } = patch;
  return {
    ...rest,
    ...(rest.lines === undefined && {
      reason: cause === "no-base" ? CAUSES["no-base"] : "there was no change to look at",
      ...(cause !== undefined && { cause }),
    }),
    files: files.map(plainFunctions),
    ...(filesByDefault !== undefined && { filesByDefault: filesByDefault.map(plainFunctions) }),
  };
}

function plainFunctions({ functions, ...file }: PatchFile): PatchFile {
  if (functions === undefined) return file;
  return { ...file, functions: functions.filter(({ name }) => PLAIN_NAME.test(name)) };
}
