import type { ActionIo } from "@jessy-actions/kit/action/io";

/** What both databases of a run share. */
export interface Preparation {
  readonly io: ActionIo;
  /** Trivy's `--cache-dir`, absolute. */
  readonly folder: string;
  /** Milliseconds, of `db-max-age`. */
  readonly maxAge: number;
  /** Whether the Actions cache is used. */
  readonly cache: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** For tests. */
  readonly idleTimeout?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}
