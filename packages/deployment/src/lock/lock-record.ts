/** Who holds the lock of a deployment on a host. Written into a symbolic link, so it is short, and one line of ASCII. */
export interface LockRecord {
  /** Of this lock alone: how its owner knows it again, and how the scripts that it runs on hosts are tagged. */
  readonly id: string;
  readonly serverUrl: string;
  /** `owner/name`; empty: not a run of GitHub's. */
  readonly repository: string;
  readonly runId: string;
  readonly runAttempt: number;
  /** Name of the runner: one machine works on one job at a time. */
  readonly runner: string;
  /** Where people see the run; empty: nowhere. */
  readonly url: string;
  readonly release: string;
}

/** XFS keeps 1024 bytes in a symbolic link, and no file system fewer. */
export const MOST_LOCK_BYTES = 1000;

const KEYS = ["id", "serverUrl", "repository", "runId", "runner", "url", "release"] as const;

/** Characters of a text that have a chance to fit: what people give names to is cut. */
const LONGEST = { id: 64, serverUrl: 120, repository: 141, runId: 20, runner: 60, url: 300, release: 100 } as const;

/** @returns one line of printable ASCII of at most `MOST_LOCK_BYTES`. */
export function lockText(record: LockRecord): string {
  const text = Object.fromEntries(KEYS.map((key) => [key, plain(record[key]).slice(0, LONGEST[key])]));
  return JSON.stringify({ ...text, runAttempt: record.runAttempt });
}

/** @returns undefined where it is not a lock that this product writes: cut, edited by hand, or a later version's. */
export function readLockText(text: string): LockRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null) return undefined;
  const record = json as Record<string, unknown>;
  const { runAttempt } = record;
  if (!Number.isSafeInteger(runAttempt)) return undefined;
  const texts = KEYS.map((key) => [key, record[key]] as const);
  if (texts.some(([key, value]) => typeof value !== "string" || value.length > LONGEST[key])) return undefined;
  if (record.id === "") return undefined;
  return { ...(Object.fromEntries(texts) as Omit<LockRecord, "runAttempt">), runAttempt: runAttempt as number };
}

/** What could be longer than one byte, or than itself once it is JSON, is left out. */
function plain(text: string): string {
  return text.replace(/[^ !#-[\]-~]/g, "");
}
