import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import type { EmptyLogin } from "@jessy-actions/kit/runner/run-secrets";
import type { FindingKind } from "@jessy-actions/security/findings/finding";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";
import { checkTogether } from "./inputs/check-together.ts";
import { type Credential, readCredential } from "./inputs/read-credential.ts";
import { readNotice, readTimeout } from "./inputs/read-durations.ts";
import { readFailOn } from "./inputs/read-fail-on.ts";
import { readAnyPath, readRepositoryPaths, readSkipped } from "./inputs/read-paths.ts";
import { type AdvisoryInputs, type DatabaseInputs, readAdvisories, readDatabase } from "./inputs/read-sources.ts";
import { readTool, type ToolInputs } from "./inputs/read-tool.ts";
import { severityWords } from "./inputs/severity-words.ts";
import { readTargets } from "./targets/read-targets.ts";
import type { Target } from "./targets/target.ts";

export const SCANNERS = ["vuln", "secret", "misconfig", "license"] as const;

export type Scanner = (typeof SCANNERS)[number];

export interface Inputs {
  /** Of this scan, of several in a job. */
  readonly name: string;
  readonly token: string;
  readonly targets: readonly Target[];
  /** Images are never scanned for misconfigurations, `config` targets for nothing else. */
  readonly scanners: readonly Scanner[];
  /** What is reported. */
  readonly severities: readonly Severity[];
  /** The severities that fail, by kind; a kind that is left out never fails. */
  readonly failOn: Readonly<Partial<Record<FindingKind, readonly Severity[]>>>;
  /** What a finding of unknown severity counts as for `failOn`. */
  readonly unknownSeverity: Severity;
  /** Whether flaws without a version that has the fix do not fail. */
  readonly ignoreUnfixed: boolean;
  /** Paths relative to the repository's root. */
  readonly ignoreFiles: readonly string[];
  /** Milliseconds before an entry expires from which on the report says so. */
  readonly expiresSoon: number;
  readonly onlyNew: boolean;
  /** A commit to compare with; undefined: what the event says. */
  readonly base: string | undefined;
  readonly tool: ToolInputs;
  readonly database: DatabaseInputs;
  readonly advisories: AdvisoryInputs;
  /** Files of CISA's catalogue (JSON) and of EPSS (CSV), relative to the workspace. */
  readonly exploitation: { readonly known: string | undefined; readonly probability: string | undefined };
  /** Milliseconds for one run of Trivy. */
  readonly timeout: number;
  readonly skipFolders: readonly string[];
  readonly skipFiles: readonly string[];
  /** For the registry of the images. */
  readonly credential: Credential | undefined;
  /** Wrong, unless the run has no secrets. */
  readonly emptyLogin: EmptyLogin | undefined;
  readonly upload: "auto" | "never" | "required";
  readonly category: string;
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly sbom: "none" | "cyclonedx" | "spdx";
}

export function readInputs(reader: InputReader): Inputs {
  const targets = readTargets(reader);
  const cache = reader.boolean("cache", true);
  const name = reader.string("name");
  const inputs: Inputs = {
    name,
    token: reader.string("github-token"),
    targets,
    scanners: reader.words("scanners", SCANNERS) ?? ["vuln", "secret", "misconfig"],
    severities: readSeverities(reader),
    failOn: readFailOn(reader),
    unknownSeverity: reader.enumeration("unknown-severity", SEVERITIES, "high"),
    ignoreUnfixed: reader.boolean("ignore-unfixed", false),
    ignoreFiles: readRepositoryPaths(reader, "ignore-files", [".trivyignore", ".trivyignore.yaml"]),
    expiresSoon: readNotice(reader),
    onlyNew: reader.boolean("only-new", true),
    base: readBase(reader),
    tool: readTool(reader, cache),
    database: readDatabase(reader, cache),
    advisories: readAdvisories(reader, cache),
    exploitation: { known: readAnyPath(reader, "exploited"), probability: readAnyPath(reader, "epss") },
    timeout: readTimeout(reader),
    skipFolders: readSkipped(reader, "skip-dirs"),
    skipFiles: readSkipped(reader, "skip-files"),
    ...readCredential(reader, targets),
    upload: reader.enumeration("upload", ["auto", "required", "never"], "auto"),
    category: readCategory(reader, name),
    comment: reader.boolean("comment", true),
    annotations: reader.boolean("annotations", true),
    sbom: reader.enumeration("sbom", ["none", "cyclonedx", "spdx"], "none"),
  };
  checkTogether(reader, inputs);
  return Object.freeze(inputs);
}

/** What is reported. What fails is reported whatever stands here. */
function readSeverities(reader: InputReader): readonly Severity[] {
  const text = reader.list("severity").join(",");
  if (text === "") return SEVERITIES;
  const read = severityWords(text);
  if (!("severities" in read)) reader.problem("severity", `has ${quote(read.found)}; write ${read.expected}`);
  else if (read.severities.length > 0) return read.severities;
  else
    reader.problem(
      "severity",
      "is `none`, and what is not reported cannot be judged; write, for example, `critical,high`",
    );
  return SEVERITIES;
}

/** A branch, a tag or a commit; `..` and the like would mean something else to git. */
function readBase(reader: InputReader): string | undefined {
  const base = reader.optional("base");
  if (base !== undefined && !/^(?!-)(?!.*(?:\.\.|@\{))[^\s\p{Cc}~^:?*[\\]{1,250}$/u.test(base))
    reader.wrong("base", base, "a branch, a tag or a commit, such as `origin/main`");
  return base;
}

/** GitHub takes 255 characters for a name. */
const MAX_CATEGORY_CHARACTERS = 200;

function readCategory(reader: InputReader, name: string): string {
  const text = reader.optional("category");
  const plain = name
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, 100);
  if (text === undefined) return plain === "" ? "trivy-scan" : `trivy-scan/${plain}`;
  if (text.length > MAX_CATEGORY_CHARACTERS || /\p{C}/u.test(text) || !/[^/\s]/.test(text))
    reader.wrong(
      "category",
      text,
      `one line of at most ${MAX_CATEGORY_CHARACTERS} characters, such as \`trivy-scan/api\``,
    );
  return text;
}
