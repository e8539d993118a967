import { GitHubError } from "@jessy-actions/kit/github/client";
import { afterEach, describe, expect, test } from "vitest";
import { ODD_BODIES, oddGitHub } from "../../../../packages/local-runner/testing/odd-answers.ts";
import { MAX_NESTED_TAGS, RefApi } from "./ref-api.ts";
import { ReleaseApi } from "./release-api.ts";

let close: () => Promise<void> = async () => undefined;

afterEach(() => close());

interface Apis {
  readonly releases: ReleaseApi;
  readonly refs: RefApi;
}

async function apisAnsweredBy(body: Parameters<typeof oddGitHub>[0]): Promise<Apis> {
  const odd = await oddGitHub(body);
  close = odd.close;
  const repository = { owner: "org", name: "demo" };
  return { releases: new ReleaseApi(odd.github, repository), refs: new RefApi(odd.github, repository) };
}

const sha = "a".repeat(40);
const LIST = ["an empty list"];

/** Every request whose answer decides something; and the answers among the odd ones that GitHub may give. */
const REQUESTS: Readonly<Record<string, { send(apis: Apis): Promise<unknown>; readonly right?: string[] }>> = {
  "the list": { send: ({ releases }) => releases.list(), right: LIST },
  "the release of a tag": { send: ({ releases }) => releases.byTag("v1") },
  "the creation": { send: ({ releases }) => releases.create({ tag_name: "v1" }) },
  "the update": { send: ({ releases }) => releases.update(1, { draft: false }) },
  "one release": { send: ({ releases }) => releases.byId(1) },
  "the assets": { send: ({ releases }) => releases.assets(1), right: LIST },
  "the latest one": { send: ({ releases }) => releases.latestTag() },
  "the notes": { send: ({ releases }) => releases.generateNotes("v1", sha, undefined) },
  "the tags": { send: ({ refs }) => refs.tags("v1"), right: LIST },
  "the branches": { send: ({ refs }) => refs.branches(""), right: LIST },
  "where a tag leads": { send: ({ refs }) => refs.tagTarget("v1") },
  "a branch": { send: ({ refs }) => refs.branchTip("main") },
  "a relation": { send: ({ refs }) => refs.relation(sha, sha) },
  "the move of a tag": { send: ({ refs }) => refs.moveTag("v1", sha, false) },
  "the creation of a tag": { send: ({ refs }) => refs.createTag("v1", sha) },
};

describe.each(Object.entries(REQUESTS))("%s", (_, { send, right = [] }) => {
  test.each(Object.entries(ODD_BODIES).filter(([name]) => !right.includes(name)))(
    "answered with %s is GitHub's error, of which nobody knows what it did",
    async (__, body) => {
      const error = await send(await apisAnsweredBy(body)).then(
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
  const last = MAX_NESTED_TAGS + more;
  const object = (depth: number) => ({ type: depth === last ? "commit" : "tag", sha: hash(depth) });
  const { refs } = await apisAnsweredBy((path) => {
    const depth = /\/tags\/([0-9a-f]{40})$/.exec(path)?.[1];
    return JSON.stringify(
      depth === undefined ? { ref: "refs/tags/v1", object: object(0) } : { object: object(Number(`0x${depth}`) + 1) },
    );
  });
  expect(await refs.tagTarget("v1")).toEqual(
    more <= 0 ? { commit: hash(last) } : { wrong: "leads through more than 10 annotated tags" },
  );
});

test.each([
  ["another ref", { ref: "refs/tags/v10", object: { type: "commit", sha } }, "the answer is about another ref"],
  ["a relation that nobody knows", { status: "cousins" }, "the answer knows another relation of commits"],
])("%s is no answer", async (_, body, message) => {
  const { refs } = await apisAnsweredBy(JSON.stringify(body));
  const asked = "ref" in body ? refs.tagTarget("v1") : refs.relation(sha, sha);
  await expect(asked).rejects.toMatchObject({ status: 0, message: expect.stringContaining(message) });
});
