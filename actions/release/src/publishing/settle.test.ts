import { GitHubError } from "@jessy-actions/kit/github/client";
import { describe, expect, test } from "vitest";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { assetOf, COMMIT, factsOf, inputsOf, releaseOf } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { ReleaseApi, ReleaseFields } from "../github/release-api.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { withRecord } from "./draft-record.ts";
import { ReleaseFailure } from "./failure.ts";
import { Journal } from "./journal.ts";
import { findPublished, settleRelease } from "./settle.ts";

const PLAN = evaluate(inputsOf(), factsOf()).plan;
const OURS = { login: "github-actions[bot]" };

/** GitHub with lists that are answered in their order; the last one again and again. */
class Api {
  readonly created: ReleaseFields[] = [];
  readonly deleted: number[] = [];
  readonly slept: number[] = [];
  readonly #lists: (readonly ReleaseDocument[])[];
  readonly #create: ReleaseDocument | Error;
  #published: (ReleaseDocument | undefined)[] = [];

  constructor(lists: (readonly ReleaseDocument[])[], create: ReleaseDocument | Error = draft(10)) {
    this.#lists = lists;
    this.#create = create;
  }

  publishes(...answers: (ReleaseDocument | undefined)[]): this {
    this.#published = answers;
    return this;
  }

  async list() {
    return this.#lists.length > 1 ? this.#lists.shift()! : this.#lists[0]!;
  }

  async create(fields: ReleaseFields) {
    this.created.push(fields);
    if (this.#create instanceof Error) throw this.#create;
    return this.#create;
  }

  async delete(id: number) {
    this.deleted.push(id);
  }

  async byTag() {
    return this.#published.shift();
  }
}

const draft = (id: number, more: Partial<ReleaseDocument> = {}) =>
  releaseOf({ id, draft: true, author: OURS, ...more });

async function settled(api: Api, known: readonly ReleaseDocument[] = [], more = {}) {
  const log: string[] = [];
  const journal = new Journal(recordedLog((line) => log.push(line.trimEnd())));
  const sleep = async (milliseconds: number) => void api.slept.push(milliseconds);
  const settling = { api: api as unknown as ReleaseApi, journal, sleep };
  const release = await settleRelease({ ...PLAN, ...more }, known, settling);
  return { id: release.id, steps: journal.steps, warnings: journal.warnings, log };
}

const lost = (status: number) => new GitHubError("POST /releases", { status, headers: {}, message: "x" });

describe("a release that is known", () => {
  test.each([
    ["published", [draft(1), releaseOf({ id: 9 })], 9],
    ["draft", [draft(5), draft(3)], 3],
  ])("is used: the %s one, and of drafts the oldest", async (state, known, id) => {
    const api = new Api([[]]);
    const settledRelease = await settled(api, known);
    expect(settledRelease.id).toBe(id);
    expect(settledRelease.log[0]).toBe(`::debug::release ${id} (${state}) stands for v1.2.3`);
    expect(api.created).toEqual([]);
  });

  test.each<[string, Partial<ReleaseDocument>, boolean, object?]>([
    ["an empty one of our own", {}, true],
    ["with what the release has, too", { assets: [assetOf("a")] }, true],
    ["with an upload that broke off", { assets: [assetOf("z", { state: "starter" })] }, true],
    ["with the list of checksums", { assets: [assetOf("SUMS", { digest: "sha256:11" })] }, true],
    ["with other content", { assets: [assetOf("a", { digest: "sha256:11" })] }, false],
    ["with another file", { assets: [assetOf("b")] }, false],
    ["with a file without a digest", { assets: [assetOf("a", { digest: null })] }, false],
    ["of somebody else", { author: { login: "alice" } }, false],
    ["of nobody", { author: null }, false],
  ])("a second draft %s", async (_, more, goes) => {
    const api = new Api([[]]);
    const known = [draft(1, { assets: [assetOf("a")] }), draft(2, more)];
    const { steps, warnings } = await settled(api, known, { checksums: "SUMS" });
    expect(api.deleted).toEqual(goes ? [2] : []);
    const deleted = "The draft 2 of the same tag, which an earlier run left behind";
    expect(steps).toEqual(goes ? [{ kind: "delete", message: deleted }] : []);
    const url = "https://github.com/org/demo/releases/tag/v1.2.3";
    expect(warnings).toEqual(goes ? [] : [`The tag has another draft, 2; look at it and delete it: ${url}`]);
  });

  test.each<[string, Partial<ReleaseDocument>, Partial<ReleaseDocument>, boolean]>([
    ["one of several files", { assets: [assetOf("a"), assetOf("b")] }, { assets: [assetOf("b")] }, true],
    ["one of two files", { assets: [assetOf("a")] }, { assets: [assetOf("a"), assetOf("b")] }, false],
    [
      "a file without a digest on both sides",
      { assets: [assetOf("a", { digest: null })] },
      { assets: [assetOf("a", { digest: null })] },
      false,
    ],
    ["nothing, beside a draft of nobody", { author: null }, {}, false],
    ["nothing, and both of nobody", { author: null }, { author: null }, false],
  ])("a second draft with %s", async (_, chosen, other, goes) => {
    const api = new Api([[]]);
    await settled(api, [draft(1, chosen), draft(2, other)]);
    expect(api.deleted).toEqual(goes ? [2] : []);
  });

  test("leaves releases of other tags and second published ones alone", async () => {
    const api = new Api([[]]);
    const known = [releaseOf({ id: 1 }), draft(2, { tag_name: "v1.2.2" }), releaseOf({ id: 3 })];
    expect(await settled(api, known)).toMatchObject({ id: 1, steps: [], warnings: [] });
    expect(api.deleted).toEqual([]);
  });
});

describe("a new draft", () => {
  test("has the plan's fields, and is used once the list shows it", async () => {
    const api = new Api([[], [], [draft(10)]]);
    expect(await settled(api)).toEqual({
      id: 10,
      steps: [{ kind: "create", message: "Draft 10 of `v1.2.3`" }],
      warnings: [],
      log: ["::debug::no release of v1.2.3 among 0 known ones; creating a draft", "create: Draft 10 of `v1.2.3`"],
    });
    expect(api.slept).toEqual([0, 500, 1000]);
    const body = withRecord("- it works", COMMIT);
    const described = { name: "v1.2.3", body, draft: true, prerelease: false };
    expect(api.created).toEqual([{ tag_name: "v1.2.3", target_commitish: COMMIT, ...described }]);
  });

  test("in another repository names no commit", async () => {
    const api = new Api([[draft(10)]]);
    await settled(api, [], { isElsewhere: true });
    expect(api.created[0]).not.toHaveProperty("target_commitish");
  });

  test("gives way to an older one", async () => {
    const api = new Api([[draft(10), draft(4)]]);
    const { id, log } = await settled(api);
    expect(id).toBe(4);
    expect(api.deleted).toEqual([10]);
    expect(log.at(-1)).toBe("Another job was first: using its release 4; the draft 10 is deleted.");
  });

  test("stays before a younger one", async () => {
    const api = new Api([[draft(11), draft(10)]]);
    expect((await settled(api)).id).toBe(10);
    expect(api.deleted).toEqual([]);
  });

  test("that the list never shows is used, with a warning", async () => {
    const api = new Api([[]]);
    const { id, warnings } = await settled(api);
    expect(id).toBe(10);
    expect(api.slept).toEqual([0, 500, 1000, 2000, 4000, 8000]);
    expect(warnings).toEqual(["The list of releases does not show the draft 10 after 15.5 s; going on with it"]);
  });

  test.each([0, 500, 502])("whose answer is lost (status %i) is looked for", async (status) => {
    const api = new Api([[draft(3)]], lost(status));
    const { id, log } = await settled(api);
    expect(id).toBe(3);
    expect(api.slept).toEqual([2000]);
    expect(log.slice(1)).toEqual([
      `${lost(status).message}; checking whether the draft was made`,
      "::debug::release 3 (draft) stands for v1.2.3",
    ]);
  });

  test.each([400, 403, 499])("that is refused (status %i) is an error at once", async (status) => {
    await expect(settled(new Api([[]], lost(status)))).rejects.toThrow(lost(status).message);
  });

  test("whose error is no answer of GitHub's is an error at once", async () => {
    await expect(settled(new Api([[]], new Error("ours")))).rejects.toThrow("ours");
  });

  test("that never comes is given up", async () => {
    const api = new Api([[]], lost(502));
    await expect(settled(api)).rejects.toThrow("no draft of `v1.2.3` was there after 5 attempts to create one");
    expect(api.created).toHaveLength(5);
    expect(api.slept).toEqual([2000, 2000, 2000, 2000, 2000]);
  });
});

describe("a release that another job published", () => {
  const find = (api: Api) => {
    const settling = {
      api: api as unknown as ReleaseApi,
      journal: new Journal(recordedLog(() => {})),
      sleep: async (milliseconds: number) => void api.slept.push(milliseconds),
    };
    return findPublished(PLAN, settling);
  };

  test("is waited for", async () => {
    const api = new Api([[]]).publishes(undefined, releaseOf({ id: 9 }));
    expect((await find(api)).id).toBe(9);
    expect(api.slept).toEqual([0, 500]);
  });

  test("that does not appear is a failure", async () => {
    const api = new Api([[]]);
    await expect(find(api)).rejects.toThrow(ReleaseFailure);
    expect(api.slept).toEqual([0, 500, 1000, 2000, 4000, 8000]);
    await expect(find(new Api([[]]))).rejects.toThrow(
      "GitHub says that `v1.2.3` is published, by another job or by hand, but does not show the release",
    );
  });
});
