import { type BatchSize, hostsOf } from "./batch-size.ts";

export interface Failures {
  /** Of all groups so far: a limit for each batch would let every batch fail a little (GitLab delivery#951). */
  readonly failed: number;
  readonly hosts: number;
  readonly isCanary: boolean;
  readonly maxFailures: BatchSize;
}

/**
 * Whether a deployment goes on although hosts failed. As many as `maxFailures` may, and one more ends it: ansible's
 * `max_fail_percentage` must be exceeded, too. A canary is there to fail for all, and a fleet of which every host failed
 * has nothing to go on with.
 */
export function toleratesFailures({ failed, hosts, isCanary, maxFailures }: Failures): boolean {
  if (failed === 0) return true;
  return !isCanary && failed < hosts && failed <= hostsOf(maxFailures, hosts);
}
