/** What a release is made of and when. */
export interface ReleaseOrigin {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly commit: string;
  readonly runId: string;
  readonly runAttempt: number;
}

/** `20261128T112857Z-391bb57-12.1`: sorts by time, and no two attempts of a run share one. */
export function releaseName({ now, commit, runId, runAttempt }: ReleaseOrigin): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const run = /^\d{1,20}$/.test(runId) ? runId : "0";
  return `${time}-${/^[0-9a-f]{7,}$/.test(commit) ? commit.slice(0, 7) : "0000000"}-${run}.${runAttempt}`;
}

/** Whether a name can be a folder of a release, on the host's disk and in its scripts. */
export const isReleaseName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:@+-]{0,199}$/.test(name);
