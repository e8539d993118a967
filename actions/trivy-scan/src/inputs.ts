import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { FindingKind } from "@jessy-actions/security/findings/finding";
import type { Severity } from "@jessy-actions/security/findings/severity";
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
  readonly tool: {
    /** Without `v`. */
    readonly version: string;
    /** Of the release's archive for this machine, hexadecimal; undefined: the built-in one. */
    readonly sha256: string | undefined;
    /** A Trivy that is there already: a path, or a name on PATH. */
    readonly installed: string | undefined;
    /** Where releases are, with `{version}` and `{asset}`; undefined: GitHub. */
    readonly url: string | undefined;
    readonly cache: boolean;
  };
  readonly database: {
    /** Tried in order. */
    readonly repositories: readonly string[];
    readonly javaRepositories: readonly string[];
    /** Milliseconds since it was made. */
    readonly maxAge: number;
    /** A cache folder of Trivy that is there already, relative to the workspace; nothing is downloaded then. */
    readonly folder: string | undefined;
    readonly cache: boolean;
  };
  readonly advisories: {
    readonly rustsec: boolean;
    /** A pinned commit of the advisory database; undefined: the newest. */
    readonly commit: string | undefined;
    /** Its files, relative to the workspace; nothing is downloaded then. */
    readonly folder: string | undefined;
    /** Milliseconds since the newest commit. */
    readonly maxAge: number;
    /** `https://index.crates.io`, or a folder; undefined: what was yanked is not looked for. */
    readonly index: string | undefined;
    /** Globs of files that `govulncheck -json` wrote. */
    readonly govulncheck: readonly string[];
    readonly cache: boolean;
  };
  /** Files of CISA's catalogue (JSON) and of EPSS (CSV), relative to the workspace. */
  readonly exploitation: { readonly known: string | undefined; readonly probability: string | undefined };
  /** Milliseconds for one run of Trivy. */
  readonly timeout: number;
  readonly skipFolders: readonly string[];
  readonly skipFiles: readonly string[];
  /** For the registry of the images. */
  readonly credential: { readonly username: string; readonly password: string } | undefined;
  /** A login without its user name or password: wrong, unless the run has no secrets. */
  readonly emptyLogin:
    | {
        /** The whole problem, for a run that has secrets. */
        readonly problem: string;
        /** "by `username`" */
        readonly login: string;
        /** "`password` is empty" */
        readonly found: string;
      }
    | undefined;
  readonly upload: "auto" | "never" | "required";
  readonly category: string;
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly sbom: "none" | "cyclonedx" | "spdx";
}

export function readInputs(_reader: InputReader): Inputs {
  throw new Error("not built yet");
}
