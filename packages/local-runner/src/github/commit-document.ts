import type { Addresses } from "./address.ts";
import type { GitCommit } from "./git-commit.ts";
import { userDocument } from "./user-document.ts";

/** A commit as GitHub's lists and comparisons have it (schema `commit`). */
export function commitDocument(commit: GitCommit, { api, html }: Addresses): Readonly<Record<string, unknown>> {
  const { sha, tree = sha, message, date, author, login, parents } = commit;
  const person = { name: author, email: `${author.toLowerCase().replaceAll(" ", ".")}@example.com`, date };
  const user = login === undefined ? null : userDocument(login);
  return {
    url: `${api}/commits/${sha}`,
    sha,
    node_id: `C_${sha}`,
    html_url: `${html}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: person,
      committer: person,
      message,
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      comment_count: 0,
      verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
    },
    author: user,
    committer: user,
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${html}/commit/${parent}`,
    })),
  };
}
