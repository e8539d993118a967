import type { JsonValue } from "@jessy-actions/reading/json";
import { type Service, ServiceError } from "../web-service/service.ts";
import { below } from "./fulcio.ts";

/** An entry of the transparency log, as Rekor 1 answers (sigstore/rekor, openapi.yaml, LogEntry). */
export interface RekorEntry {
  /** What was logged, base64. */
  readonly body: string;
  /** Seconds since 1970. */
  readonly integratedTime: number;
  /** Of the log's key: hexadecimal digits. */
  readonly logId: string;
  readonly logIndex: number;
  /** The log's promise, base64. */
  readonly signedEntryTimestamp: string;
  readonly inclusionProof: {
    readonly logIndex: number;
    readonly treeSize: number;
    /** Hexadecimal digits. */
    readonly rootHash: string;
    readonly hashes: readonly string[];
    /** A signed note. */
    readonly checkpoint: string;
  };
}

const MAX_HASHES = 64;

/**
 * Writes an entry. One that stands there already is taken as it is: an answer to an earlier attempt was lost.
 *
 * @throws ServiceError
 */
export async function logEntry(rekor: Service, address: URL, proposed: object): Promise<RekorEntry> {
  const request = {
    failing: "logged nothing",
    method: "POST",
    url: below(address, "api/v1/log/entries"),
    expected: [200, 201, 409],
    body: async () => proposed,
  } as const;
  const answer = await rekor.request(request);
  if (answer.status !== 409) return rekor.read(request, answer, readEntry);
  const [, id] = /\/api\/v1\/log\/entries\/([0-9a-f]{64,80})$/.exec(answer.headers.location ?? "") ?? [];
  if (id === undefined)
    throw new ServiceError(
      `Rekor (${address.host}) logged nothing: status 409: it has an equal entry, and does not say where`,
      409,
    );
  const asked = {
    failing: "did not show the entry that it has already",
    method: "GET",
    url: below(address, `api/v1/log/entries/${id}`),
    expected: [200],
  } as const;
  return rekor.read(asked, await rekor.request(asked), readEntry);
}

function readEntry(root: JsonValue): RekorEntry {
  const [only, ...more] = [...root.entries()];
  if (only === undefined || more.length > 0) throw root.not("exactly one entry");
  const [, entry] = only;
  const verification = entry.get("verification");
  const proof = verification.get("inclusionProof");
  const hashes = proof.get("hashes");
  if (hashes.list().length > MAX_HASHES) throw hashes.not(`a list of at most ${MAX_HASHES} hashes`);
  return {
    body: entry.get("body").text(),
    integratedTime: entry.get("integratedTime").number(),
    logId: entry.get("logID").text(),
    logIndex: entry.get("logIndex").number(),
    signedEntryTimestamp: verification.get("signedEntryTimestamp").text(),
    inclusionProof: {
      logIndex: proof.get("logIndex").number(),
      treeSize: proof.get("treeSize").number(),
      rootHash: proof.get("rootHash").text(),
      hashes: [...hashes.items()].map((item) => item.text()),
      checkpoint: proof.get("checkpoint").text(),
    },
  };
}
