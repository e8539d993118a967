import type { Facts, HostFacts, Preflight } from "../facts.ts";
import { sizeText } from "../rendering/size-text.ts";
import type { HostFailure } from "../result.ts";

/** A disk or an inode table with less is full for every purpose, also for the lock and the journal. */
const LEAST_KILOBYTES = 1024;
const LEAST_INODES = 50;

/** Why a host cannot be deployed to; undefined: it can. Pure. */
export function hostRefusal(
  { connection, preflight }: HostFacts,
  files: Facts["files"],
): Pick<HostFailure, "phase" | "message"> | undefined {
  if (connection.state === "failed") return { phase: "connect", message: connection.message };
  if (preflight === undefined) return { phase: "preflight", message: "nobody looked at it" };
  const [message = roomProblem(preflight, files)] = preflight.problems;
  return message === undefined ? undefined : { phase: "preflight", message };
}

/** The worst case: no file of the release is there yet. */
function roomProblem({ freeKilobytes, freeInodes }: Preflight, files: Facts["files"]): string | undefined {
  const kilobytes = Math.max(LEAST_KILOBYTES, Math.ceil((files?.bytes ?? 0) / 1024));
  if (freeKilobytes !== null && freeKilobytes < kilobytes)
    return `the disk has ${sizeText(freeKilobytes * 1024)} free, and the release may need ${sizeText(kilobytes * 1024)}`;
  const inodes = Math.max(LEAST_INODES, files?.count ?? 0);
  if (freeInodes !== null && freeInodes < inodes)
    return `the disk has ${freeInodes} inodes free, and the release may need ${inodes}`;
  return undefined;
}
