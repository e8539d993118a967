import type { ScanOutcome } from "./scan.ts";

/**
 * Whether a target has Java archives and the Java database was not there: whoever scans fetches it then, and scans that
 * target again. Of an image nobody knows before; of a folder `javaArchives` tells. Trivy never passes over an archive in an
 * image for want of the database: it fails.
 */
export function lacksJavaDatabase(outcome: ScanOutcome): boolean {
  return (
    "problem" in outcome &&
    outcome.problem.cause === "unreadable-database" &&
    outcome.problem.message.includes(JAVA_DATABASE)
  );
}

/** How the problem calls it. */
export const JAVA_DATABASE = "Trivy's Java database";
