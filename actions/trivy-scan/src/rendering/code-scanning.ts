import type { SarifDelivery } from "@jessy-actions/kit/github/sarif-delivery";
import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block } from "@jessy-actions/kit/report/report";
import { SARIF_TOOL } from "../outputs/sarif-file.ts";
import type { Result } from "../result.ts";
import { deliverySentence } from "../uploading/delivery-sentence.ts";
import { repositoryUrl } from "./place.ts";

/** Where GitHub shows the same findings, or why it does not and what to do. Nothing where no upload was asked for. */
export function codeScanning(result: Result): Block[] {
  const { upload } = result;
  if (upload === null || isTold(upload, result)) return [];
  if (upload.outcome !== "processed")
    return [{ kind: "paragraph", text: [`${markOf(upload)} `, ...prose(deliverySentence(upload))] }];
  const number = /^refs\/pull\/(\d+)\//.exec(result.ref)?.[1];
  const query = encodeURIComponent(`is:open tool:${SARIF_TOOL}${number === undefined ? "" : ` pr:${number}`}`);
  const href = `${repositoryUrl(result)}/security/code-scanning?query=${query}`;
  return [
    {
      kind: "paragraph",
      text: [`${MARK.pass} ${deliverySentence(upload)} `, { link: { text: "Its alerts", href } }, "."],
    },
  ];
}

/** Whether a problem says it already: `upload: required`. */
function isTold(upload: SarifDelivery, { problems }: Result): boolean {
  return upload.outcome !== "processed" && problems.some(({ cause }) => cause === "upload-failed");
}

/** What cannot be is a note; what went wrong, or what somebody can mend, is a warning. */
function markOf(upload: SarifDelivery): string {
  return upload.outcome === "skipped" && upload.reason !== "incomplete" ? MARK.note : MARK.warning;
}
