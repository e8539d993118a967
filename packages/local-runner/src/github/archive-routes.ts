import type { Answer } from "./answer.ts";
import { notFound } from "./answer.ts";
import type { GitRefs } from "./git-refs.ts";
import type { Route } from "./route.ts";

/** Where GitHub keeps archives: another host, which takes no token. Here it is a path of its own. */
const CODELOAD = "/codeload/";

/** Archives of commits, by `owner/name` and commit. */
export class ArchiveStore {
  readonly #archives = new Map<string, Uint8Array>();

  set(repository: string, sha: string, archive: Uint8Array): void {
    this.#archives.set(`${repository}/legacy.tar.gz/${sha}`, archive);
  }

  /** Nothing when another place is asked for. @param path of a request, with its first slash. */
  answer(path: string): Answer | undefined {
    if (!path.startsWith(CODELOAD)) return undefined;
    const bytes = this.#archives.get(path.slice(CODELOAD.length));
    if (bytes === undefined) return { status: 404, body: undefined, text: "404: Not Found" };
    return { status: 200, body: undefined, bytes, headers: { "content-type": "application/x-gzip" } };
  }
}

/** `GET /tarball/{ref}` leads to the archive (docs, "Download a repository archive (tar)"). @param url of this GitHub. */
export function archiveRoutes(repository: string, refs: GitRefs, url: string): readonly Route[] {
  return [
    {
      method: "GET",
      pattern: /^\/tarball\/(.+)$/,
      answer: (_, name) => {
        const sha = refs.resolve(name!);
        if (sha === undefined) throw notFound();
        const location = `${url}${CODELOAD}${repository}/legacy.tar.gz/${sha}`;
        return { status: 302, body: undefined, headers: { location } };
      },
    },
  ];
}
