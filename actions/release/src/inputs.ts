import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { type AssetLine, parseAssetLine, storedName } from "@jessy-actions/versioning/asset-name";
import { tagProblem } from "@jessy-actions/versioning/tag";

export const NOTES_SOURCES = ["changelog", "commits", "github", "file"] as const;

export type NotesSource = (typeof NOTES_SOURCES)[number];

export interface Inputs {
  /** Undefined: the one that the run is for. */
  readonly tag: string | undefined;
  /** Undefined: the one that is checked out. */
  readonly commit: string | undefined;
  /** Undefined: the one that is released. */
  readonly sourceCommit: string | undefined;
  readonly createTag: boolean;
  readonly versionFiles: "auto" | "none" | readonly string[];
  readonly changelog: "auto" | "none" | { readonly path: string };
  readonly notes: "auto" | readonly NotesSource[];
  readonly notesFile: string | undefined;
  readonly files: readonly AssetLine[];
  readonly excludedFiles: readonly string[];
  /** The name of the asset. */
  readonly checksums: string | undefined;
  /** Versions that names of files may state, beside the tag's; undefined when that is not checked. */
  readonly fileVersions: readonly string[] | undefined;
  readonly draft: boolean;
  /** Whether files that a draft holds already stay, whatever commit they are of. */
  readonly keepsDraftFiles: boolean;
  /** What becomes of notes that somebody wrote into the draft. */
  readonly draftNotes: "keep" | "replace";
  readonly prerelease: Choice;
  readonly makeLatest: Choice;
  readonly floatingTags: { readonly major: boolean; readonly minor: boolean };
  readonly allowedBranches: "default" | "any" | readonly string[];
  readonly title: string | undefined;
  readonly discussionCategory: string | undefined;
  readonly dryRun: boolean;
  /** Undefined: the repository that the run is of. */
  readonly targetRepository: { readonly owner: string; readonly name: string } | undefined;
  readonly workingDirectory: string;
  readonly token: string;
}

export type Choice = "auto" | "true" | "false";

export function readInputs(reader: InputReader): Inputs {
  const tag = reader.optional("tag");
  const problem = tag === undefined ? undefined : tagProblem(tag);
  if (problem !== undefined) reader.wrong("tag", tag!, `a version: it ${problem}`);
  const files = reader.list("files");
  const draft = reader.boolean("draft", false);
  const dryRun = reader.boolean("dry-run", false);
  const inputs: Inputs = {
    tag,
    commit: readCommit(reader, "commit"),
    sourceCommit: readCommit(reader, "source-commit"),
    createTag: reader.boolean("create-tag", false),
    versionFiles: readVersionFiles(reader),
    changelog: readChangelog(reader),
    notes: readNotes(reader),
    notesFile: reader.optional("notes-file"),
    files: readAssetLines(
      reader,
      files.filter((line) => !line.startsWith("!")),
    ),
    excludedFiles: files.filter((line) => line.startsWith("!")).map((line) => line.slice(1).trim()),
    checksums: readChecksumsName(reader),
    fileVersions: readFileVersions(reader),
    draft,
    draftNotes: reader.enumeration("draft-notes", ["keep", "replace"], "keep"),
    keepsDraftFiles: reader.enumeration("draft-files", ["auto", "keep"], "auto") === "keep",
    prerelease: reader.enumeration("prerelease", ["auto", "true", "false"], "auto"),
    makeLatest: reader.enumeration("make-latest", ["auto", "true", "false"], "auto"),
    floatingTags: readFloatingTags(reader),
    allowedBranches: readBranches(reader),
    title: reader.optional("name"),
    discussionCategory: reader.optional("discussion-category"),
    dryRun,
    targetRepository: readRepository(reader),
    workingDirectory: reader.workingDirectory(),
    token: reader.string("github-token"),
  };
  checkTogether(reader, inputs);
  return Object.freeze(inputs);
}

/** What is right alone and wrong together. */
function checkTogether(reader: InputReader, inputs: Inputs): void {
  const wantsFile = inputs.notes !== "auto" && inputs.notes.includes("file");
  if (wantsFile && inputs.notesFile === undefined)
    reader.problem("notes", "names `file`, and `notes-file` is empty; write, for example, `notes-file: NOTES.md`");
  if (!wantsFile && inputs.notesFile !== undefined)
    reader.problem("notes-file", "is set, and `notes` does not name `file`; write `notes: file`");
  if (inputs.notes !== "auto" && inputs.notes.includes("changelog") && inputs.changelog === "none")
    reader.problem("notes", "names `changelog`, and `changelog` is `none`; give it a path");
  if (inputs.prerelease === "true" && inputs.makeLatest === "true")
    reader.problem("make-latest", "is `true`, and so is `prerelease`: GitHub never takes a prerelease for the latest");
  if (inputs.draft && (inputs.floatingTags.major || inputs.floatingTags.minor))
    reader.problem("floating-tags", "cannot move while `draft` is `true`; let the job that publishes move them");
  if (inputs.targetRepository !== undefined && (inputs.floatingTags.major || inputs.floatingTags.minor))
    reader.problem("floating-tags", "cannot move in another repository than the one that is checked out");
  if (inputs.token === "" && !inputs.dryRun)
    reader.problem("github-token", "is empty; give it one that may write contents, or set `dry-run: true`");
}

function readCommit(reader: InputReader, name: "commit" | "source-commit"): string | undefined {
  const commit = reader.optional(name);
  if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    reader.wrong(name, commit, "a whole commit id of 40 hexadecimal digits");
  return commit;
}

function readVersionFiles(reader: InputReader): Inputs["versionFiles"] {
  const patterns = reader.list("version-files");
  if (patterns.length === 0 || (patterns.length === 1 && patterns[0] === "auto")) return "auto";
  if (patterns.length === 1 && patterns[0] === "none") return "none";
  for (const pattern of patterns) reader.checkGlob("version-files", pattern);
  return patterns;
}

function readChangelog(reader: InputReader): Inputs["changelog"] {
  const path = reader.string("changelog") || "auto";
  return path === "auto" || path === "none" ? path : { path };
}

function readNotes(reader: InputReader): Inputs["notes"] {
  const sources = reader.words("notes", NOTES_SOURCES, "auto") ?? [];
  return sources.length === 0 ? "auto" : sources;
}

function readAssetLines(reader: InputReader, lines: readonly string[]): AssetLine[] {
  return lines.flatMap((line) => {
    const read = parseAssetLine(line);
    if (typeof read === "string") {
      reader.problem("files", `has a line that cannot be used: ${read}`);
      return [];
    }
    reader.checkGlob("files", read.pattern);
    return [read];
  });
}

function readChecksumsName(reader: InputReader): string | undefined {
  const name = reader.string("checksums") || "SHA256SUMS";
  if (name === "none") return undefined;
  if (storedName(name) !== name) reader.wrong("checksums", name, `a name that GitHub keeps, as ${storedName(name)}`);
  return name;
}

function readFileVersions(reader: InputReader): Inputs["fileVersions"] {
  const versions = reader.list("file-versions");
  if (versions.length === 1 && versions[0] === "any") return undefined;
  for (const version of versions)
    if (!/^\d+\.\d+\.\d+\S*$/.test(version))
      reader.wrong("file-versions", version, "a version such as `3.0.13`, or `any` alone");
  return versions;
}

function readFloatingTags(reader: InputReader): Inputs["floatingTags"] {
  const words = reader.words("floating-tags", ["major", "minor"], "none") ?? [];
  return { major: words.includes("major"), minor: words.includes("minor") };
}

function readBranches(reader: InputReader): Inputs["allowedBranches"] {
  const patterns = reader.list("allowed-branches");
  if (patterns.length === 0) return "default";
  if (patterns.length === 1 && patterns[0] === "any") return "any";
  for (const pattern of patterns) reader.checkGlob("allowed-branches", pattern);
  return patterns;
}

function readRepository(reader: InputReader): Inputs["targetRepository"] {
  const slug = reader.optional("target-repository");
  if (slug === undefined) return undefined;
  const match = /^([A-Za-z0-9-]{1,39})\/([A-Za-z0-9._-]{1,100})$/.exec(slug);
  if (match === null) {
    reader.wrong("target-repository", slug, "`owner/name`");
    return undefined;
  }
  return { owner: match[1]!, name: match[2]! };
}
