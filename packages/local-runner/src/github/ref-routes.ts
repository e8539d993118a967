import type { Addresses } from "./address.ts";
import { page, unprocessable } from "./answer.ts";
import type { GitRef, GitRefs, TagObject } from "./git-refs.ts";
import type { Route } from "./route.ts";

/** GitHub's Git database: refs and annotated tags. */
export function refRoutes(refs: GitRefs, { api }: Addresses): readonly Route[] {
  const refDocument = ({ ref, type, sha }: GitRef) => ({
    ref,
    node_id: `REF_${Buffer.from(ref).toString("base64url")}`,
    url: `${api}/git/${ref}`,
    object: { type, sha, url: `${api}/git/${type}s/${sha}` },
  });
  const tagDocument = ({ sha, tag, message, object, date }: TagObject) => ({
    node_id: `TA_${sha}`,
    sha,
    tag,
    message,
    url: `${api}/git/tags/${sha}`,
    tagger: { name: "Alice", email: "alice@example.com", date },
    object: { type: refs.typeOf(object), sha: object, url: `${api}/git/${refs.typeOf(object)}s/${object}` },
    verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
  });
  return [
    {
      method: "GET",
      pattern: /^\/git\/ref\/(.+)$/,
      answer: (_, ref) => ({ status: 200, body: refDocument(refs.read(`refs/${ref}`)) }),
    },
    {
      method: "GET",
      pattern: /^\/git\/matching-refs\/(.+)$/,
      answer: ({ url }, prefix) => page(refs.matching(`refs/${prefix}`).map(refDocument), url),
    },
    {
      // The old list of refs: gone for one ref, and still there for a folder of them.
      method: "GET",
      pattern: /^\/git\/refs\/(.+)$/,
      answer: ({ url }, prefix) => page(refs.matching(`refs/${prefix}`).map(refDocument), url),
    },
    {
      method: "POST",
      pattern: /^\/git\/refs$/,
      needs: "contents=write",
      answer: ({ body }) => ({ status: 201, body: refDocument(refs.create(text(body.ref), text(body.sha))) }),
    },
    {
      method: "PATCH",
      pattern: /^\/git\/refs\/(.+)$/,
      needs: "contents=write",
      answer: ({ body }, ref) => ({
        status: 200,
        body: refDocument(refs.update(`refs/${ref}`, text(body.sha), body.force === true)),
      }),
    },
    {
      method: "DELETE",
      pattern: /^\/git\/refs\/(.+)$/,
      needs: "contents=write",
      answer: (_, ref) => {
        refs.delete(`refs/${ref}`);
        return { status: 204, body: undefined };
      },
    },
    {
      method: "GET",
      pattern: /^\/git\/tags\/([^/]+)$/,
      answer: (_, sha) => ({ status: 200, body: tagDocument(refs.tagObject(sha!)) }),
    },
    {
      method: "POST",
      pattern: /^\/git\/tags$/,
      needs: "contents=write",
      answer: ({ body }) => ({
        status: 201,
        body: tagDocument(refs.addTagObject(text(body.tag), text(body.object), text(body.message))),
      }),
    },
  ];
}

function text(value: unknown): string {
  if (typeof value !== "string") throw unprocessable("Invalid request.\n\nA required parameter wasn't supplied.");
  return value;
}
