import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { parseHeader } from "@jessy-actions/versioning/commit-header";
import { type CommitRules, overlayCommitRules, SCOPE_DELIMITERS } from "@jessy-actions/versioning/commit-rules";

export interface Inputs {
  readonly name: string;
  readonly check: "both" | "auto" | "title" | "commits";
  readonly config: ConfigInput;
  /** Lays the workflow's own rules over those of a file; pure. */
  readonly overlay: (rules: CommitRules) => CommitRules;
  /** Whether the workflow sets rules of its own. */
  readonly hasOverlay: boolean;
  /** Undefined: as the repository's settings say. */
  readonly squashTitle: "PR_TITLE" | "COMMIT_OR_PR_TITLE" | undefined;
  /** In lower case, as GitHub tells names apart without it. */
  readonly ignoreAuthors: readonly string[];
  readonly ignoreLabels: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly failOn: "error" | "warning" | "never";
  readonly helpUrl: string | undefined;
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly token: string;
}

export type ConfigInput =
  /** The first file that commitlint would find, else @commitlint/config-conventional. */
  | { readonly kind: "auto" }
  /** No file: @commitlint/config-conventional. */
  | { readonly kind: "none" }
  | { readonly kind: "file"; readonly path: string };

const SQUASH_TITLES = { auto: undefined, "pr-title": "PR_TITLE", "commit-or-pr-title": "COMMIT_OR_PR_TITLE" } as const;

export function readInputs(reader: InputReader): Inputs {
  const overlay = readOverlay(reader);
  const from = readRevision(reader, "from");
  const to = readRevision(reader, "to");
  if (to !== undefined && from === undefined)
    reader.problem("to", "is set without `from`; write both, or only `from`: `to` is then the commit of the run");
  return Object.freeze({
    name: reader.string("name"),
    check: reader.enumeration("check", ["both", "auto", "title", "commits"], "both"),
    config: readConfigInput(reader),
    ...overlay,
    squashTitle:
      SQUASH_TITLES[
        reader.enumeration("squash-merge-commit-title", ["auto", "pr-title", "commit-or-pr-title"], "auto")
      ],
    ignoreAuthors: reader.list("ignore-authors").map((login) => login.toLowerCase()),
    ignoreLabels: reader.list("ignore-labels"),
    from,
    to,
    failOn: reader.enumeration("fail-on", ["error", "warning", "never"], "error"),
    helpUrl: readHelpUrl(reader),
    comment: reader.boolean("comment", false),
    annotations: reader.boolean("annotations", true),
    token: reader.string("github-token"),
  } satisfies Inputs);
}

/** `types`, `scopes` and `require-scope` are short for rules; `rules` says the rest, and what it says twice is a mistake. */
function readOverlay(reader: InputReader): Pick<Inputs, "overlay" | "hasOverlay"> {
  const types = readWords(reader, "types", (type) => parseHeader(`${type}: x`)?.type === type);
  const scopes = readWords(reader, "scopes", (scope) => parseHeader(`x(${scope}): x`)?.scope === scope);
  for (const scope of scopes) reader.checkGlob("scopes", scope);
  const requireScope = reader.boolean("require-scope", false);
  const text = reader.string("rules");
  const short: CommitRules = {
    ...(types.length > 0 && { "type-enum": { level: 2, when: "always", value: types } }),
    ...(scopes.length > 0 && {
      "scope-enum": { level: 2, when: "always", value: { scopes, delimiters: SCOPE_DELIMITERS, arePatterns: true } },
    }),
    ...(requireScope && { "scope-empty": { level: 2, when: "never", value: undefined } }),
  };
  if (text !== "") {
    const { rules, problems } = overlayCommitRules({}, text);
    for (const problem of problems) reader.problem("rules", problem);
    for (const [input, rule] of SHORT_RULES) {
      if (short[rule] !== undefined && rules[rule] !== undefined)
        reader.problem(input, `says the same as \`${rule}\` of the input \`rules\`; set only one of them`);
    }
  }
  return {
    overlay: (rules) => {
      const withShort = { ...rules, ...short };
      return text === "" ? withShort : overlayCommitRules(withShort, text).rules;
    },
    hasOverlay: text !== "" || Object.keys(short).length > 0,
  };
}

const SHORT_RULES = [
  ["types", "type-enum"],
  ["scopes", "scope-enum"],
  ["require-scope", "scope-empty"],
] as const;

function readWords(reader: InputReader, name: string, isWord: (word: string) => boolean): readonly string[] {
  const words = reader.list(name);
  // Not the comma of `{a,b}`.
  const wrong = words.find((word) => !isWord(word) || word.replace(/\{[^{}]*\}/g, "").includes(","));
  if (wrong !== undefined) reader.wrong(name, wrong, `one ${name.slice(0, -1)} a line, as it is written in a title`);
  return words;
}

/** Names of branches, tags and commits; `..` and the like would mean something else in a comparison. */
function readRevision(reader: InputReader, name: string): string | undefined {
  const revision = reader.optional(name);
  if (revision !== undefined && !/^(?!-)(?!.*\.\.)[^\s~^:?*[\\]+$/.test(revision))
    reader.wrong(name, revision, "a branch, a tag or a commit, e.g. `main`");
  return revision;
}

function readConfigInput(reader: InputReader): ConfigInput {
  const config = reader.string("config") || "auto";
  if (config === "auto" || config === "none") return { kind: config };
  if (config.startsWith("/") || config.split("/").includes(".."))
    reader.wrong("config", config, "a path in the repository, e.g. `.github/commitlint.yml`");
  return { kind: "file", path: config.replace(/^(?:\.\/)+/, "") };
}

function readHelpUrl(reader: InputReader): string | undefined {
  const url = reader.optional("help-url");
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) reader.wrong("help-url", url, "an address with `https://`");
  return url;
}
