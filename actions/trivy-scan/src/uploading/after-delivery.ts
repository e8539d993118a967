import type { SarifDelivery } from "@jessy-actions/kit/github/sarif-delivery";
import type { Result } from "../result.ts";
import { deliverySentence } from "./delivery-sentence.ts";

/**
 * A result that says what became of its upload. With `required`, what GitHub did not take, or did not say that it took,
 * is a problem. Where nothing can be uploaded, it is none: a fork cannot, and a merge queue's push comes next. Pure.
 */
export function afterDelivery(result: Result, upload: SarifDelivery, isRequired: boolean): Result {
  if (!isRequired || !isMissing(upload)) return { ...result, upload };
  const message = deliverySentence(upload);
  const words = "Not uploaded to GitHub code scanning, which `upload` requires";
  return {
    ...result,
    upload,
    problems: [...result.problems, { cause: "upload-failed", message }],
    headline: result.fails ? `${result.headline}; ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words,
    verdict: "broken",
    fails: true,
  };
}

function isMissing(upload: SarifDelivery): boolean {
  if (upload.outcome === "processed") return false;
  return upload.outcome !== "skipped" || upload.reason === "other-commit" || upload.reason === "incomplete";
}
