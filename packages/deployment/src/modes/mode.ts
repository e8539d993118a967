/**
 * What a way to deploy does on one host, as bodies of scripts (POSIX sh; bash, dash and busybox). Every script can be
 * run again, and reports what it did by `fact NAME VALUE`.
 */
export interface ModeScripts {
  /** Programs that must be on the host, each with a sentence what for. */
  readonly tools: readonly { readonly name: string; readonly purpose: string }[];
  /**
   * Changes nothing. Facts: `serving` (the release that this host serves, empty: none), `previous` (the good one before), `free-kb`,
   * `free-inodes`, `problem` (one line, if this host cannot be deployed to), `leftover` (what an earlier run left half done).
   */
  readonly preflight: string;
  /** Before any host is switched: copies, pulls. What it leaves is not served. */
  readonly prepare: string;
  /** Records what serves now, then switches. */
  readonly switch: string;
  /** Fact `serving`, from what really runs, not from what was written down. */
  readonly serving: string;
  /** Back to what the switch recorded; nothing recorded: fact `nothing` and exit code 0. */
  readonly rollback: string;
  /** The last lines of what was started and why it is unhealthy; for reports, before a rollback removes it. */
  readonly diagnose: string;
  /** After the gate of all hosts: marks the release good, prunes old ones. */
  readonly finish: string;
  /** Removes what `prepare` left of a release that was never switched to. */
  readonly discard: string;
}
