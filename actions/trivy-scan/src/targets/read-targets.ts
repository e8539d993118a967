import { familiarReference, parseReference, printReference } from "@jessy-actions/images/reference";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { nearest } from "@jessy-actions/reading/nearest";
import { UserError } from "@jessy-actions/reading/user-error";
import { kindAdvice } from "./kind-advice.ts";
import { IN_REPOSITORY, TARGET_KINDS, type Target, type TargetKind } from "./target.ts";
import { targetParts } from "./target-parts.ts";
import { readWorkspacePath } from "./workspace-path.ts";

/** Each is a run of Trivy, or two. */
export const MAX_TARGETS = 50;
const MAX_NAME_CHARACTERS = 100;

const ATTRIBUTES = ["name", "base"] as const;
type Attribute = (typeof ATTRIBUTES)[number];

const WHOLE_REPOSITORY: Target = { kind: "fs", location: ".", name: "." };

/**
 * Reads the input `targets`: `kind:location[,name=…][,base=…]`, one a line; comments and blank lines as in `list`. Every
 * line that cannot be used is a problem of its own.
 */
export function readTargets(reader: InputReader): readonly Target[] {
  const lines = reader
    .string("targets")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (reader.string("targets") !== "" && lines.length === 0)
    reader.problem("targets", "has only comments; write, for example, `fs:.`");
  if (lines.length === 0) return [WHOLE_REPOSITORY];
  if (lines.length > MAX_TARGETS) {
    reader.problem("targets", `has ${lines.length} lines; write at most ${MAX_TARGETS}, and the rest in another step`);
    return [WHOLE_REPOSITORY];
  }
  const targets = lines.flatMap((line) => {
    const read = parseTarget(line);
    if (typeof read !== "string") return [read];
    reader.problem("targets", `has the line ${quote(line)}: ${read}`);
    return [];
  });
  for (const [name, same] of Map.groupBy(targets, (target) => target.name)) {
    if (same.length === 1) continue;
    const which = same.map(({ kind, location }) => quote(`${kind}:${location}`)).join(" and ");
    reader.problem(
      "targets",
      `calls ${which} ${quote(name)}; give each a name of its own: write \`,name=…\` after one`,
    );
  }
  return targets;
}

/** @returns a string that says what is wrong with the line, and what to write. */
export function parseTarget(line: string): Target | string {
  const parts = targetParts(line);
  if (parts === undefined) return "a quote is never closed; put one before and one after the path";
  const [first = "", ...rest] = parts;
  const [, word, location = ""] = /^([^:]*):\s*(.*)$/s.exec(first) ?? [];
  const kind = TARGET_KINDS.find((each) => each === word);
  if (kind === undefined) return kindAdvice(first);
  const attributes = readAttributes(rest, first);
  if (typeof attributes === "string") return attributes;
  if (/,\s*(?:name|base)=/.test(location))
    return `the quotes hold more than the path; write ${quote(`"${kind}:PATH",name=…`)}`;
  return kind === "image" ? imageTarget(location, attributes) : fileTarget(kind, location, attributes);
}

type Attributes = Readonly<Partial<Record<Attribute, string>>>;

function readAttributes(parts: readonly string[], first: string): Attributes | string {
  const attributes: Partial<Record<Attribute, string>> = {};
  for (const part of parts) {
    const [, word = "", value = ""] = /^([A-Za-z-]+)\s*=\s*(.*)$/s.exec(part) ?? [];
    if (word === "")
      return `${quote(part)} after the comma is not \`name=…\` or \`base=…\`; write ${quote(`"${first},${part}"`)} for a path with a comma`;
    const attribute = ATTRIBUTES.find((each) => each === word);
    if (attribute === undefined) {
      const near = nearest(word, ATTRIBUTES);
      return `there is no ${quote(`${word}=`)}; write ${near === undefined ? "`name=` or `base=`" : `\`${near}=\``}`;
    }
    if (attributes[attribute] !== undefined) return `\`${attribute}=\` is there twice; keep one`;
    if (value === "") return `\`${attribute}=\` is empty; write a value, or leave it out`;
    attributes[attribute] = value;
  }
  return attributes;
}

function fileTarget(kind: Exclude<TargetKind, "image">, location: string, attributes: Attributes): Target | string {
  const read = readWorkspacePath(location);
  if ("problem" in read) return `the path ${read.problem}`;
  if (attributes.base === undefined) return named({ kind, location: read.path, name: read.path }, attributes);
  if (IN_REPOSITORY.includes(kind))
    return `\`base=\` is for images; a \`${kind}\` target is compared with the commit that the input \`base\` says`;
  const base = readWorkspacePath(attributes.base);
  if ("problem" in base) return `the path in \`base=\` ${base.problem}`;
  if (base.path === read.path) return "`base=` is the target itself; write what the change is compared with";
  return named({ kind, location: read.path, name: read.path, base: base.path }, attributes);
}

function imageTarget(location: string, attributes: Attributes): Target | string {
  try {
    const reference = parseReference(location);
    const { registry, repository } = reference;
    const base = attributes.base === undefined ? undefined : parseReference(attributes.base);
    if (base !== undefined && printReference(base) === printReference(reference))
      return "`base=` is the image itself; write the one that the change is compared with";
    const name = familiarReference({ registry, repository });
    return named({ kind: "image", location, name, ...(base !== undefined && { base: attributes.base! }) }, attributes);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function named(target: Target, { name }: Attributes): Target | string {
  if (name === undefined) return target;
  if (name.length > MAX_NAME_CHARACTERS)
    return `the name has ${name.length} characters; write at most ${MAX_NAME_CHARACTERS}`;
  if (name === "." && target.location !== ".") return "the name `.` is the whole repository's; write another";
  if (/\p{C}/u.test(name)) return "the name has a character that is not seen; write it without";
  return { ...target, name };
}
