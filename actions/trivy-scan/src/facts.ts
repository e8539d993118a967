import type { Audit } from "./advisories/audit.ts";
import type { Base } from "./comparing/base.ts";
import type { Database } from "./database/database.ts";
import type { ExploitationData } from "./policy/exploitation.ts";
import type { PolicyFacts } from "./policy/policy-facts.ts";
import type { ScanOutcome } from "./scanning/scan.ts";
import type { Network } from "./scanning/scan-target.ts";
import type { Target } from "./targets/target.ts";
import type { Tool } from "./tool/tool.ts";

export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What is scanned, in full; empty outside of a repository. */
  readonly commit: string;
  readonly repository: { readonly owner: string; readonly name: string };
  /** Where links lead; absent: github.com. */
  readonly serverUrl?: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** Whether the pull request comes from a fork. */
  readonly fork: boolean;
  readonly base: Base;
  readonly tool: Tool;
  readonly network: Network;
  readonly databases: readonly Database[];
  readonly targets: readonly TargetFacts[];
  readonly audit: { readonly head: Audit; readonly base: Audit | undefined };
  readonly policy: PolicyFacts;
  readonly exploitation: ExploitationData;
}

export interface TargetFacts {
  readonly target: Target;
  readonly head: ScanOutcome;
  /** `unchanged`: nothing of it differs, so the head's scan stands for both. `none`: it has no base. */
  readonly base: ScanOutcome | "unchanged" | "none";
}
