import type { Host } from "@jessy-actions/deployment/hosts/host";

/** What a run that cannot go on still has to do on its hosts, as plain data: it outlives the process. */
export interface CleanUp {
  readonly onCancel: "rollback" | "leave";
  readonly hosts: readonly { readonly host: Host; readonly variables: Readonly<Record<string, string>> }[];
  /** Bodies of scripts. Each does something only while the lock of the host is ours. */
  readonly scripts: { readonly rollback: string; readonly finish: string; readonly unlock: string };
}

/** How far a deployment came, as far as the runner may have to clean up after itself. Written before each step that counts. */
export interface JournalEntry {
  /** Names of hosts that may be locked. */
  readonly locked: readonly string[];
  /** Names of hosts whose switch was begun. */
  readonly switched: readonly string[];
  /** Every gate has passed: from here on it goes forward, whatever happens. */
  readonly isCommitted: boolean;
}

export interface Journal {
  write(entry: JournalEntry): void;
  /** Nothing is left to clean up. */
  remove(): void;
}
