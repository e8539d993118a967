import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { Remote, RunOptions } from "../connecting/remote.ts";

/** The files of a release, on their way to hosts: before `prepare` of a mode that has any. */
export interface Transfer {
  readonly files: number;
  readonly bytes: number;
  /** Copies what a host does not have yet, and has the host verify all of it. Never throws for what a host does. */
  send(remote: Remote, host: Host, options?: Pick<RunOptions, "onLine" | "signal">): Promise<Sent>;
}

export type Sent =
  | {
      readonly kind: "sent";
      /** What went over the connection; the rest is hard links to the release before. */
      readonly files: number;
      readonly bytes: number;
      readonly by: "tar" | "rsync";
      readonly duration: number;
    }
  /** `message` is one line, `tail` the last lines of what the host said. Both untrusted. */
  | { readonly kind: "failed"; readonly message: string; readonly tail: string; readonly duration: number };
