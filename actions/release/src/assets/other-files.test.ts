import { expect, test } from "vitest";
import { assetOf, COMMIT, OTHER_COMMIT, releaseOf } from "../../testing/facts.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { otherFiles, stayingAssets } from "./other-files.ts";

const OURS = { login: "github-actions[bot]" };
const other = assetOf("other", { uploader: OURS });
const draft = (more: Partial<ReleaseDocument> = {}) =>
  releaseOf({ draft: true, author: OURS, target_commitish: COMMIT, assets: [assetOf("own"), other], ...more });

test.each<[string, ReleaseDocument, boolean, string, string, number?]>([
  ["a draft of this commit", draft(), false, "keep", "this commit"],
  ["of another one", draft({ target_commitish: OTHER_COMMIT }), false, "delete", "another commit"],
  [
    "of another one, without the uploader's name",
    draft({ target_commitish: OTHER_COMMIT, assets: [assetOf("other")] }),
    false,
    "delete",
    "another commit",
  ],
  [
    "of another one, with somebody else's file",
    draft({ target_commitish: OTHER_COMMIT, assets: [assetOf("other", { uploader: { login: "alice" } })] }),
    false,
    "refuse",
    "another commit",
  ],
  [
    "of another one, by nobody",
    draft({ target_commitish: OTHER_COMMIT, author: null }),
    false,
    "refuse",
    "another commit",
  ],
  ["of an unknown one", draft({ target_commitish: "main" }), false, "refuse", "an unknown commit"],
  ["of an unknown one, empty", draft({ target_commitish: "main", assets: [] }), false, "keep", "an unknown commit", 0],
  [
    "of another one that shall keep its files",
    draft({ target_commitish: OTHER_COMMIT }),
    true,
    "keep",
    "another commit",
  ],
  ["of an unknown one that shall", draft({ target_commitish: "main" }), true, "keep", "an unknown commit"],
  ["a published release", draft({ draft: false, target_commitish: "main" }), false, "keep", "an unknown commit"],
])("%s", (_, release, keepsDraftFiles, action, of, files = 1) => {
  const found = otherFiles(release, new Set(["own"]), { commit: COMMIT, keepsDraftFiles });
  expect([found.action, found.of, found.files.length]).toEqual([action, of, files]);
  const staying = stayingAssets(release, { commit: COMMIT, keepsDraftFiles });
  expect(staying).toEqual(action === "keep" ? release.assets : []);
});
