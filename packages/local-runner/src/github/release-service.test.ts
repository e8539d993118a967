import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedGitHub } from "./gateway.ts";
import { type ApiAnswer, ApiClient, startGitHub } from "./testing/api-client.ts";

let github: EmulatedGitHub;
let client: ApiClient;
let commit: string;

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
  commit = github.refs.addCommit({ message: "one", date: "2024-02-03T04:05:06Z" });
  github.refs.setBranch("main", commit);
});

afterEach(() => github.close());

const errors = ({ status, body }: ApiAnswer) => [
  status,
  ...(body.errors ?? []).map((error: { field?: string; code: string; message?: string }) =>
    [error.field, error.message ?? error.code].filter(Boolean).join(": "),
  ),
];
const tags = async (path = "/releases", token = "own") =>
  (await client.ask("GET", path, undefined, token)).body.map((release: { tag_name: string }) => release.tag_name);

describe("a draft", () => {
  test("makes no tag, is not found by it, and shares its name with others", async () => {
    const draft = await client.release({ tag_name: "v1", draft: true });
    await client.release({ tag_name: "v1", draft: true });
    expect([draft.draft, draft.published_at, github.refs.tags]).toEqual([true, null, {}]);
    expect((await client.ask("GET", "/releases/tags/v1")).status).toBe(404);
    expect((await client.ask("GET", "/releases/latest")).status).toBe(404);
    expect(await tags()).toEqual(["v1", "v1"]);
    expect(draft.html_url).toContain("/untagged-");
  });

  test("is seen only by those who may push", async () => {
    const draft = await client.release({ tag_name: "v1", draft: true });
    expect(await tags("/releases", "read")).toEqual([]);
    expect((await client.ask("GET", `/releases/${draft.id}`, undefined, "read")).status).toBe(404);
    expect((await client.ask("GET", `/releases/${draft.id}`)).body.id).toBe(draft.id);
  });

  test("is published: the tag is made where it says, and its date is the commit's", async () => {
    const other = github.refs.addCommit({ message: "two" });
    const draft = await client.release({
      tag_name: "v1",
      draft: true,
      target_commitish: commit,
      body: "notes",
      name: "N",
    });
    github.refs.setBranch("main", other);
    const { body } = await client.ask("PATCH", `/releases/${draft.id}`, { draft: false });
    expect(body).toMatchObject({ draft: false, name: "N", body: "notes", created_at: "2024-02-03T04:05:06Z" });
    expect(body.published_at).not.toBeNull();
    expect(github.refs.tags).toEqual({ v1: commit });
    expect((await client.ask("GET", "/releases/tags/v1", undefined, "read")).body.id).toBe(draft.id);
  });

  test("without a target is published at what is the default branch's head by then", async () => {
    const draft = await client.release({ tag_name: "v1", draft: true });
    const later = github.refs.addCommit({ message: "two" });
    github.refs.setBranch("main", later);
    await client.ask("PATCH", `/releases/${draft.id}`, { draft: false });
    expect(github.refs.tags).toEqual({ v1: later });
  });

  test("of two for a tag only one is published", async () => {
    const drafts = [
      await client.release({ tag_name: "v1", draft: true }),
      await client.release({ tag_name: "v1", draft: true }),
    ];
    const answers = await Promise.all(drafts.map(({ id }) => client.ask("PATCH", `/releases/${id}`, { draft: false })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(errors(answers.find(({ status }) => status === 422)!)).toEqual([422, "tag_name: already_exists"]);
    expect(github.releases.all.map(({ draft }) => draft).sort()).toEqual([false, true]);
  });
});

test("of eight that are made at once one is", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => client.ask("POST", "/releases", { tag_name: "v1" })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(422)]);
  expect(github.releases.all).toHaveLength(1);
});

test("an existing tag stays where it is, annotated or not", async () => {
  const other = github.refs.addCommit({ message: "two" });
  github.refs.setTag("v1", other, "annotated");
  await client.release({ tag_name: "v1", target_commitish: "main" });
  expect(github.refs.tags).toEqual({ v1: other });
});

test("what an update does not name stays", async () => {
  const { id } = await client.release({ tag_name: "v1", draft: true, name: "N", body: "B", prerelease: true });
  const { body } = await client.ask("PATCH", `/releases/${id}`, { body: "C" });
  expect(body).toMatchObject({ tag_name: "v1", draft: true, name: "N", body: "C", prerelease: true });
});

describe("refusals", () => {
  test.each([
    [{}, [422]],
    [
      { tag_name: "v 1" },
      [
        422,
        "tag_name: tag_name is not a valid tag",
        "tag_name: tag_name is not well-formed",
        "Published releases must have a valid tag",
      ],
    ],
    [{ tag_name: "v 1", draft: true }, [422, "tag_name: tag_name is not well-formed"]],
    [
      { tag_name: "v1", target_commitish: "none" },
      [
        422,
        "tag_name: tag_name is not a valid tag",
        "Published releases must have a valid tag",
        "target_commitish: invalid",
      ],
    ],
    [{ tag_name: "v1", target_commitish: "refs/heads/main", draft: true }, [422, "target_commitish: invalid"]],
    [{ tag_name: "v1", prerelease: true, make_latest: "true" }, [422, "Latest release cannot be draft or prerelease."]],
    [{ tag_name: "v1", prerelease: "" }, [422]],
    [{ tag_name: "v1", make_latest: true }, [422]],
  ])("of %j", async (fields, expected) => {
    expect(errors(await client.ask("POST", "/releases", fields))).toEqual(expected);
    expect([github.releases.all, github.refs.tags]).toEqual([[], {}]);
  });

  test.each([
    [124_999, 201],
    [125_000, 201],
    [125_001, 422],
  ])("notes of %d characters: %d", async (length, status) => {
    const answer = await client.ask("POST", "/releases", { tag_name: "v1", draft: true, body: "😀".repeat(length) });
    expect(answer.status).toBe(status);
    if (status === 422) expect(errors(answer)).toEqual([422, "body: body is too long (maximum is 125000 characters)"]);
  });

  test("of a token that only reads", async () => {
    const refused = await client.ask("POST", "/releases", { tag_name: "v1" }, "read");
    expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("contents=write");
  });

  test.each([403, 404] as const)("of a commit that changes workflows: %d", async (status) => {
    github.releases.workflowRefusal = status;
    const changed = github.refs.addCommit({ message: "ci", changesWorkflows: true });
    const fields = { tag_name: "v1", target_commitish: changed, draft: true };
    const refused = await client.ask("POST", "/releases", fields);
    expect(refused.status).toBe(status);
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("contents=write; contents=write,workflows=write");
    expect((await client.ask("POST", "/releases", fields, "admin")).status).toBe(201);
  });
});

describe("the latest", () => {
  const latest = async () => (await client.ask("GET", "/releases/latest")).body.tag_name;
  const at = (date: string) => github.refs.addCommit({ message: date, date: `${date}T00:00:00Z` });
  const publish = (tag: string, fields: Readonly<Record<string, unknown>> = {}) =>
    client.release({ tag_name: tag, target_commitish: commit, ...fields });

  test("is by default what was published last, also of an older line", async () => {
    await publish("v2.0.0");
    await publish("v1.9.9");
    expect(await latest()).toBe("v1.9.9");
    await publish("v1.9.10", { make_latest: "false" });
    expect(await latest()).toBe("v1.9.9");
  });

  test("is no prerelease", async () => {
    await publish("v1");
    await publish("v2-rc.1", { prerelease: true });
    expect(await latest()).toBe("v1");
  });

  test("is not moved by an edit of notes, and is moved by one that says so", async () => {
    const old = await publish("v1");
    await publish("v2");
    await client.ask("PATCH", `/releases/${old.id}`, { body: "better" });
    expect(await latest()).toBe("v2");
    await client.ask("PATCH", `/releases/${old.id}`, { make_latest: "true" });
    expect(await latest()).toBe("v1");
  });

  test("legacy: the date of the commit, then the tag as text", async () => {
    await publish("v1.0.9", { make_latest: "legacy" });
    await publish("v1.0.10", { make_latest: "legacy" });
    expect(await latest()).toBe("v1.0.9");
    await publish("v0.1.0", { make_latest: "legacy", target_commitish: at("2024-06-01") });
    expect(await latest()).toBe("v0.1.0");
  });

  test("that is deleted gives way to the newest by its commit", async () => {
    await publish("v1", { target_commitish: at("2024-05-01") });
    await publish("v2", { target_commitish: at("2024-04-01") });
    const third = await publish("v3");
    expect((await client.ask("DELETE", `/releases/${third.id}`)).status).toBe(204);
    expect(await latest()).toBe("v1");
    expect(github.refs.tags.v3).toBe(commit);
  });
});

describe("an immutable release", () => {
  let release: ApiAnswer["body"];

  beforeEach(async () => {
    github.releases.immutable = true;
    const draft = await client.release({ tag_name: "v1", draft: true });
    await client.upload(draft.upload_url, "a.txt", "a");
    release = (await client.ask("PATCH", `/releases/${draft.id}`, { draft: false })).body;
  });

  test("is one only when it is published, and never was one that is older than the setting", async () => {
    expect(release.immutable).toBe(true);
    github.releases.immutable = false;
    expect((await client.release({ tag_name: "v2" })).immutable).toBe(false);
  });

  test("takes no asset, gives none away, and keeps each as it is", async () => {
    const refused = await client.upload(release.upload_url, "b.txt", "b");
    expect(refused).toMatchObject({ status: 422, body: { message: "Cannot upload assets to an immutable release." } });
    const asset = `/releases/assets/${release.assets[0].id}`;
    expect(errors(await client.ask("DELETE", asset))).toEqual([422, "Cannot delete asset from an immutable release"]);
    expect((await client.ask("PATCH", asset, { name: "c.txt" })).status).toBe(422);
    expect(github.releases.all[0]!.assets.map(({ name }) => name)).toEqual(["a.txt"]);
  });

  test("locks its tag", async () => {
    const message = (rule: string) => `Repository rule violations found\n\n${rule}\n\n`;
    const other = github.refs.addCommit({ message: "two" });
    const moved = await client.ask("PATCH", "/git/refs/tags/v1", { sha: other, force: true });
    expect(moved).toMatchObject({ status: 422, body: { message: message("Cannot update this protected ref.") } });
    const deleted = await client.ask("DELETE", "/git/refs/tags/v1");
    expect(deleted).toMatchObject({ status: 422, body: { message: message("Cannot delete this protected ref.") } });
    expect((await client.ask("PATCH", `/releases/${release.id}`, { tag_name: "v2" })).status).toBe(422);
    expect((await client.ask("PATCH", `/releases/${release.id}`, { draft: true })).status).toBe(422);
  });

  test("lets its words and marks be edited", async () => {
    const edit = { name: "N", body: "B", prerelease: true };
    expect((await client.ask("PATCH", `/releases/${release.id}`, edit)).body).toMatchObject({
      ...edit,
      immutable: true,
    });
    const latest = { prerelease: false, make_latest: "true" };
    expect((await client.ask("PATCH", `/releases/${release.id}`, latest)).status).toBe(200);
  });

  test("burns the name of its tag when it is deleted", async () => {
    await client.ask("DELETE", `/releases/${release.id}`);
    const kept = await client.ask("POST", "/releases", { tag_name: "v1" });
    expect(errors(kept)).toEqual([
      422,
      "tag_name: tag_name was used by an immutable release",
      "Published releases must have a valid tag",
    ]);
    expect((await client.ask("DELETE", "/git/refs/tags/v1")).status).toBe(204);
    const pushed = await client.ask("POST", "/git/refs", { ref: "refs/tags/v1", sha: commit });
    expect(pushed.body.message).toContain("creations being restricted");
    const draft = await client.release({ tag_name: "v1", draft: true });
    expect(errors(await client.ask("PATCH", `/releases/${draft.id}`, { draft: false }))).toEqual([
      422,
      "pre_receive: pre_receive Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n",
      "tag_name: tag_name was used by an immutable release",
      "Published releases must have a valid tag",
    ]);
  });

  test("is a setting that only administrators see", async () => {
    const refused = await client.ask("GET", "/immutable-releases");
    expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
    expect((await client.ask("GET", "/immutable-releases", undefined, "admin")).body.enabled).toBe(true);
    await client.ask("DELETE", "/immutable-releases", undefined, "admin");
    expect((await client.ask("GET", "/immutable-releases", undefined, "admin")).status).toBe(404);
    await client.ask("PUT", "/immutable-releases", undefined, "admin");
    expect(github.releases.immutable).toBe(true);
  });
});

describe("copies that lag", () => {
  test("a list shows a change only after some reads", async () => {
    github.releases.lists.lag = 2;
    await client.release({ tag_name: "v1", draft: true });
    expect([await tags(), await tags(), await tags()]).toEqual([[], [], ["v1"]]);
  });

  test("each of two changes is late by as much", async () => {
    github.releases.lists.lag = 1;
    await client.release({ tag_name: "v1", draft: true });
    await client.release({ tag_name: "v2", draft: true });
    expect([await tags(), await tags(), await tags()]).toEqual([[], ["v1"], ["v2", "v1"]]);
  });

  test("a published release is not found by its tag at once, and is by its id", async () => {
    github.releases.byTags.lag = 1;
    const { id } = await client.release({ tag_name: "v1" });
    expect((await client.ask("GET", "/releases/tags/v1")).status).toBe(404);
    expect((await client.ask("GET", `/releases/${id}`)).status).toBe(200);
    expect((await client.ask("GET", "/releases/tags/v1")).status).toBe(200);
  });
});

test("a list has pages, newest first, and no more than 10,000 entries", async () => {
  for (let n = 1; n <= 31; n++) await client.release({ tag_name: `v${n}`, draft: true });
  expect(await tags()).toHaveLength(30);
  const { body, headers } = await client.ask("GET", "/releases?per_page=10&page=2");
  expect(body.map((release: { tag_name: string }) => release.tag_name)[0]).toBe("v21");
  expect(headers.get("link")).toContain("page=3");
  expect((await client.ask("GET", "/releases?per_page=100&page=101")).status).toBe(422);
});

describe("generated notes", () => {
  test("name what is new since the release before", async () => {
    github.refs.setTag("v1", commit);
    const head = github.refs.addCommit({ message: "feat: two\n\nbody", parents: [commit], login: "alice" });
    const asked = { tag_name: "v2", target_commitish: head, previous_tag_name: "v1" };
    const { body } = await client.ask("POST", "/releases/generate-notes", asked);
    expect(body).toEqual({
      name: "v2",
      body: "## What's Changed\n* feat: two by @alice\n\n\n**Full Changelog**: https://github.com/org/demo/compare/v1...v2",
    });
    const made = await client.release({
      ...asked,
      previous_tag_name: undefined,
      generate_release_notes: true,
      body: "Mine",
    });
    expect([made.name, made.body.startsWith("Mine\n\n## What's Changed")]).toEqual(["v2", true]);
  });

  test("of a previous tag that is none", async () => {
    const refused = await client.ask("POST", "/releases/generate-notes", { tag_name: "v2", previous_tag_name: "v0" });
    expect(refused).toMatchObject({ status: 400, body: { message: "Invalid previous_tag parameter" } });
  });
});
