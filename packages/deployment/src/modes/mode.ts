/**
 * What a way to deploy does on one host, as bodies of scripts (POSIX sh; bash, dash and busybox). Every script can be
 * run again, and reports what it did by `fact NAME VALUE`.
 */
export interface ModeScripts {
  /** Programs that must be on the host, each with a sentence what for. */
  readonly tools: readonly { readonly name: string; readonly purpose: string }[];
  /**
   * Variables that all of these scripts need, beside those of the user: `JESSY_PATH`, `JESSY_RELEASE` and others with that
   * beginning. Values may be secrets. The scripts themselves hold no value of anybody.
   */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Changes nothing. Facts: `serving` (the release that this host serves, empty: none), `previous` (the good one before), `free-kb`,
   * `free-inodes`, `tools` (those that are there, with blanks between), `problem` (one line, if this host cannot be deployed to),
   * `leftover` (what an earlier run left half done), `unchanged` (`true`: a switch would change nothing).
   */
  readonly preflight: string;
  /** Before any host is switched: copies, pulls. What it leaves is not served. Files have arrived by then: see `Transfer`. */
  readonly prepare: string;
  /** Records what serves now, then switches. */
  readonly switch: string;
  /**
   * Fact `serving`, from what really runs, not from what was written down; `UNKNOWN_RELEASE` when that is no release of ours.
   * Fact `assumed` is `true` where nothing can be asked.
   */
  readonly serving: string;
  /** Back to what the switch recorded; nothing recorded: fact `nothing` and exit code 0. Fact `serving` as above. */
  readonly rollback: string;
  /** The last lines of what was started and why it is unhealthy; for reports, before a rollback removes it. */
  readonly diagnose: string;
  /** After the gate of all hosts: marks the release good, prunes old ones. */
  readonly finish: string;
  /** Removes what `prepare` left of a release that was never switched to. */
  readonly discard: string;
}

/** What a host serves when something runs there that no record of ours explains. */
export const UNKNOWN_RELEASE = "unknown";
