import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { Connected } from "./connecting/remote.ts";
import type { ImageResult, RecordResult } from "./result.ts";

export interface Facts {
  readonly now: number;
  readonly commit: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly serverUrl?: string;
  readonly runUrl: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly release: string;
  readonly hosts: readonly HostFacts[];
  readonly image: ImageResult | null;
  /** What is known before anything is written. */
  readonly record: RecordResult;
  readonly files: { readonly count: number; readonly bytes: number } | null;
  readonly notes: readonly string[];
}

export interface HostFacts {
  readonly host: Host;
  readonly connection: Connected;
  /** Undefined where there is no connection. */
  readonly preflight: Preflight | undefined;
}

export interface Preflight {
  readonly duration: number;
  /** What keeps this host from being deployed to, a line each. */
  readonly problems: readonly string[];
  readonly serving: string | null;
  readonly previous: string | null;
  readonly freeKilobytes: number | null;
  readonly freeInodes: number | null;
  /** Tools that are there. */
  readonly tools: readonly string[];
  /** The text of the lock; null: not locked. */
  readonly lock: string | null;
  /** What an earlier run left half done. */
  readonly leftover: string | null;
  /** A switch would change nothing. */
  readonly isUnchanged: boolean;
}
