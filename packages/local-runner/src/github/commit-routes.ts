import type { Addresses } from "./address.ts";
import { type Answer, notFound, page, refusal, unprocessable } from "./answer.ts";
import { commitDocument } from "./commit-document.ts";
import type { GitRefs } from "./git-refs.ts";
import type { Route } from "./route.ts";

/** Commits of a pull request that GitHub lists (docs, "List commits on a pull request"). */
export const PULL_COMMITS_MAX = 250;

/** Commits of a comparison that is not asked for in pages (docs, "Compare two commits"). */
export const COMPARISON_COMMITS_MAX = 250;

/** Two ends that a pull request has. */
export interface PullEnds {
  readonly baseSha: string;
  readonly headSha: string;
}

/** Commits of pull requests, and between two commits, as far as `refs` knows them. */
export function commitRoutes(
  refs: GitRefs,
  pullEnds: (number: number) => PullEnds | undefined,
  addresses: Addresses,
): readonly Route[] {
  return [
    {
      method: "GET",
      pattern: /^\/pulls\/(\d+)\/commits$/,
      answer: ({ url }, number) => {
        const ends = pullEnds(Number(number));
        if (ends === undefined) throw notFound();
        const commits = refs.between(ends.baseSha, ends.headSha).slice(0, PULL_COMMITS_MAX);
        return page(
          commits.map((commit) => commitDocument(commit, addresses)),
          url,
        );
      },
    },
    {
      method: "GET",
      pattern: /^\/commits\/([^/]+)$/,
      answer: (_, name) => {
        const commit = refs.commit(refs.resolve(name!) ?? "");
        if (commit === undefined) throw unprocessable(`No commit found for SHA: ${name}`);
        return { status: 200, body: commitDocument(commit, addresses) };
      },
    },
    {
      method: "GET",
      pattern: /^\/compare\/(.+)\.\.\.(.+)$/,
      answer: ({ url }, base, head) => comparison(refs, base!, head!, url, addresses),
    },
  ];
}

function comparison(refs: GitRefs, baseName: string, headName: string, url: URL, addresses: Addresses): Answer {
  const [base, head] = [refs.resolve(baseName), refs.resolve(headName)];
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = refs.mergeBase(base, head);
  // trilom/file-changes-action#138
  if (mergeBase === undefined) throw refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const commits = refs.between(base, head);
  const behind = refs.between(head, base).length;
  const documents = commits.map((commit) => commitDocument(commit, addresses));
  const inPages = url.searchParams.has("page") || url.searchParams.has("per_page");
  // Without pages the newest are given, and nothing says that there are others but their number.
  const shown = inPages ? page(documents, url) : { body: documents.slice(-COMPARISON_COMMITS_MAX), headers: undefined };
  const address = `${addresses.html}/compare/${baseName}...${headName}`;
  return {
    status: 200,
    body: {
      url: url.href,
      html_url: address,
      permalink_url: address,
      diff_url: `${address}.diff`,
      patch_url: `${address}.patch`,
      base_commit: commitDocument(refs.commit(base)!, addresses),
      merge_base_commit: commitDocument(refs.commit(mergeBase)!, addresses),
      status: commits.length === 0 ? (behind === 0 ? "identical" : "behind") : behind === 0 ? "ahead" : "diverged",
      ahead_by: commits.length,
      behind_by: behind,
      total_commits: commits.length,
      commits: shown.body,
      files: [],
    },
    ...(shown.headers && { headers: shown.headers }),
  };
}
