import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { parseTag } from "@jessy-actions/versioning/tag";
import type { AssetFile } from "../src/assets/asset-files.ts";
import type { Facts } from "../src/facts.ts";
import type { AssetDocument, ReleaseDocument } from "../src/github/release-document.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

export const COMMIT = "c".repeat(40);
export const OTHER_COMMIT = "d".repeat(40);

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export function inputsOf(written: Readonly<Record<string, string>> = {}): Inputs {
  const values = Object.entries({ "github-token": "t", ...written });
  const reader = new InputReader(
    Object.fromEntries(values.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

/** A tag on the checked out commit, a changelog that describes it, and a repository without releases. */
export function factsOf(more: Partial<Facts> = {}, tagText = "v1.2.3"): Facts {
  return {
    repository: { owner: "org", name: "demo", serverUrl: "https://github.com" },
    source: { owner: "org", name: "demo" },
    tag: parseTag(tagText)!,
    commit: COMMIT,
    pushedCommit: COMMIT,
    checkedOutCommit: COMMIT,
    sourceCommit: COMMIT,
    changedFiles: [],
    tags: { all: new Map([[tagText, COMMIT]]), here: COMMIT, onGitHub: { known: COMMIT } },
    branch: { allowed: ["main"], existing: ["main"], holder: { known: "main" } },
    versionFiles: undefined,
    changelog: { path: "CHANGELOG.md", text: "# Changelog\n\n## 1.2.3\n\n- it works\n", isShared: false },
    previousTag: undefined,
    tagProblems: [],
    notes: [{ source: "changelog" }],
    files: [],
    fileProblems: [],
    releases: { known: [] },
    isAncestor: new Map(),
    changesWorkflows: false,
    ...more,
  };
}

export function fileOf(name: string, more: Partial<AssetFile> = {}): AssetFile {
  return { path: `out/${name}`, shown: `out/${name}`, name: undefined, size: 10, sha256: "a".repeat(64), ...more };
}

export function assetOf(name: string, more: Partial<AssetDocument> = {}): AssetDocument {
  const digest = `sha256:${"a".repeat(64)}`;
  return { id: 1, name, state: "uploaded", size: 10, digest, browser_download_url: `https://x/${name}`, ...more };
}

export function releaseOf(more: Partial<ReleaseDocument> = {}): ReleaseDocument {
  return {
    id: 7,
    tag_name: "v1.2.3",
    name: "v1.2.3",
    body: "- it works",
    draft: false,
    prerelease: false,
    html_url: "https://github.com/org/demo/releases/tag/v1.2.3",
    upload_url: "https://uploads.github.com/repos/org/demo/releases/7/assets{?name,label}",
    target_commitish: COMMIT,
    author: { login: "github-actions[bot]" },
    assets: [],
    ...more,
  };
}
