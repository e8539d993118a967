import type { ActionIo } from "@jessy-actions/kit/action/io";
import { deliverSarif } from "@jessy-actions/kit/github/code-scanning";
import { packSarif } from "@jessy-actions/kit/github/packed-sarif";
import type { SarifDelivery } from "@jessy-actions/kit/github/sarif-delivery";
import { RESULTS_KEPT } from "@jessy-actions/security/sarif/limits";
import { SARIF_TOOL, sarifOf, writeSarif } from "../outputs/sarif-file.ts";
import type { Result } from "../result.ts";
import { uploadPlace } from "./upload-place.ts";

export interface Uploaded {
  readonly delivery: SarifDelivery;
  /** What of it GitHub did not get, a sentence each. */
  readonly notes: readonly string[];
}

/** Sends the analyses of a result that are whole. @param sleep of tests. */
export async function uploadAnalyses(
  result: Result,
  token: string,
  io: Pick<ActionIo, "event" | "github" | "log">,
  sleep?: (milliseconds: number) => Promise<void>,
): Promise<Uploaded> {
  const place = uploadPlace(result, io.event());
  if (typeof place === "string") return { delivery: { outcome: "skipped", reason: place }, notes: [] };
  const file = sarifOf(result);
  if (file.isEmpty) return { delivery: { outcome: "skipped", reason: "incomplete" }, notes: [] };
  if (token === "")
    return {
      delivery: { outcome: "refused", reason: "not-accessible", message: "the input `github-token` is empty" },
      notes: [],
    };
  const write = (results: number) => (results === RESULTS_KEPT ? file : writeSarif(result, results));
  const packed = await packSarif(write, RESULTS_KEPT);
  if (packed === undefined)
    return {
      delivery: { outcome: "refused", reason: "too-large", message: "it has more than 10 MB without any result" },
      notes: [],
    };
  const delivery = await deliverSarif(
    await io.github(),
    {
      ...place,
      repository: result.repository,
      gzip: packed.gzip,
      toolName: SARIF_TOOL,
      fork: result.fork,
      startedAt: result.time,
    },
    { log: io.log, ...(sleep !== undefined && { sleep }) },
  );
  const isCut = packed.written !== file;
  return {
    delivery,
    notes: isCut ? packed.written.notes.filter((note) => !file.notes.includes(note)).map(ofUpload) : [],
  };
}

/** The file beside the report has more than the upload. */
const ofUpload = (note: string): string => note.replace("The SARIF file has", "The upload, of at most 10 MB, has");
