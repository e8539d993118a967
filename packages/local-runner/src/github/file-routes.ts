import { createHash } from "node:crypto";
import type { Addresses } from "./address.ts";
import { notFound } from "./answer.ts";
import type { GitRefs } from "./git-refs.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import type { Route } from "./route.ts";

/** GitHub gives the content of larger files only raw (docs, "Get repository content"). */
export const CONTENT_MAX_BYTES = 1_048_576;

/** The top folder of a commit, and single files. */
export function fileRoutes(refs: GitRefs, files: () => RepositoryFiles, { api, html }: Addresses): readonly Route[] {
  const commitOf = (name: string): string => {
    const sha = refs.resolve(name);
    if (sha === undefined) throw notFound();
    return sha;
  };
  return [
    {
      method: "GET",
      pattern: /^\/git\/trees\/(.+)$/,
      answer: (_, name) => {
        const sha = commitOf(name!);
        const tree = files()
          .rootEntries(sha)
          .map((entry) => ({
            path: entry.name,
            mode: entry.type === "tree" ? "040000" : "100644",
            type: entry.type,
            sha: hash(`${sha}:${entry.name}`),
          }));
        return { status: 200, body: { sha, url: `${api}/git/trees/${sha}`, tree, truncated: false } };
      },
    },
    {
      method: "GET",
      pattern: /^\/contents\/(.+)$/,
      answer: ({ url }, path) => {
        const sha = commitOf(url.searchParams.get("ref") ?? "HEAD");
        const bytes = files().read(sha, path!);
        if (bytes === undefined) throw notFound();
        return { status: 200, body: contentDocument(path!, sha, bytes, { api, html }) };
      },
    },
  ];
}

function contentDocument(
  path: string,
  commit: string,
  bytes: Buffer,
  { api, html }: Pick<Addresses, "api" | "html">,
): Readonly<Record<string, unknown>> {
  const sha = hash(bytes.toString());
  const url = `${api}/contents/${encodeURIComponent(path)}?ref=${commit}`;
  const page = `${html}/blob/${commit}/${path}`;
  const isSmall = bytes.length <= CONTENT_MAX_BYTES;
  return {
    type: "file",
    name: path.split("/").at(-1),
    path,
    sha,
    size: bytes.length,
    url,
    html_url: page,
    git_url: `${api}/git/blobs/${sha}`,
    download_url: page,
    encoding: isSmall ? "base64" : "none",
    // Lines of 60 characters, as GitHub writes them.
    content: isSmall ? bytes.toString("base64").replace(/(.{60})/g, "$1\n") : "",
    _links: { self: url, git: `${api}/git/blobs/${sha}`, html: page },
  };
}

const hash = (text: string): string => createHash("sha1").update(text).digest("hex");
