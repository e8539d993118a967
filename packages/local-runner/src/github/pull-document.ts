import type { SeededPullRequest } from "./seeded-pull-request.ts";
import { userDocument } from "./user-document.ts";

type Document = Readonly<Record<string, unknown>>;

/** The emulator's pull request with what only we know: its author, its ends, and how many commits it has. */
export function pullDocument(body: Document, pull: SeededPullRequest, owner: string, commits: number): Document {
  const base = body.base as { readonly repo: { readonly name: string } };
  const user = userDocument(pull.headOwner);
  // The emulator knows no forks: the head's repository is the base's under its owner's name.
  const names = { full_name: `${pull.headOwner}/${base.repo.name}`, owner: user, fork: pull.headOwner !== owner };
  return {
    ...body,
    user: userDocument(pull.author ?? pull.headOwner),
    head: {
      label: `${pull.headOwner}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user,
      repo: pull.headGone === true ? null : { ...base.repo, ...names },
    },
    base: { ...base, ref: pull.baseRef, sha: pull.baseSha },
    commits: pull.commits ?? commits,
  };
}
