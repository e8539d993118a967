import { GitHubError } from "@jessy-actions/kit/github/client";
import { afterEach, describe, expect, test } from "vitest";
import { ODD_BODIES, oddGitHub } from "../../../../packages/local-runner/testing/odd-answers.ts";
import { MAX_TAG_DEPTH, ReleaseApi } from "./release-api.ts";

let close: () => Promise<void> = async () => undefined;

afterEach(() => close());

async function apiAnsweredBy(body: Parameters<typeof oddGitHub>[0]): Promise<ReleaseApi> {
  const odd = await oddGitHub(body);
  close = odd.close;
  return new ReleaseApi(odd.github, { owner: "org", name: "demo" });
}

const sha = "a".repeat(40);
const LIST = ["an empty list"];

/** Every request whose answer decides something; and the answers among the odd ones that GitHub may give. */
const REQUESTS: Readonly<Record<string, { send(api: ReleaseApi): Promise<unknown>; readonly right?: string[] }>> = {
  "the list": { send: (api) => api.list(), right: LIST },
  "the release of a tag": { send: (api) => api.byTag("v1") },
  "the creation": { send: (api) => api.create({ tag_name: "v1" }) },
  "the update": { send: (api) => api.update(1, { draft: false }) },
  "whether it is a draft": { send: (api) => api.isDraft(1) },
  "the assets": { send: (api) => api.assets(1), right: LIST },
  "the latest one": { send: (api) => api.latestTag() },
  "the notes": { send: (api) => api.generateNotes("v1", sha, undefined) },
  "the tags": { send: (api) => api.tags("v1"), right: LIST },
  "the move of a tag": { send: (api) => api.moveTag("v1", sha, false) },
  "the creation of a tag": { send: (api) => api.createTag("v1", sha) },
};

describe.each(Object.entries(REQUESTS))("%s", (_, { send, right = [] }) => {
  test.each(Object.entries(ODD_BODIES).filter(([name]) => !right.includes(name)))(
    "answered with %s is GitHub's error, of which nobody knows what it did",
    async (__, body) => {
      const api = await apiAnsweredBy(body);
      const error = await send(api).then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(GitHubError);
      expect((error as GitHubError).status).toBe(0);
    },
  );
});

test.each([-1, 0, 1])("as many tags of tags as may be and %d", async (more) => {
  const hash = (depth: number) => depth.toString(16).padStart(40, "0");
  const last = MAX_TAG_DEPTH + more;
  const object = (depth: number) => ({ type: depth === last ? "commit" : "tag", sha: hash(depth) });
  const api = await apiAnsweredBy((path) => {
    const depth = /\/tags\/([0-9a-f]{40})$/.exec(path)?.[1];
    return JSON.stringify(
      depth === undefined ? [{ ref: "refs/tags/v1", object: object(0) }] : { object: object(Number(`0x${depth}`) + 1) },
    );
  });
  if (more <= 0) expect(await api.tags("v1")).toEqual(new Map([["v1", hash(last)]]));
  else await expect(api.tags("v1")).rejects.toThrow("more than 10 tags of tags");
});
