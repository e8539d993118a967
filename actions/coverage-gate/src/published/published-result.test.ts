import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { BASE, factsOf, HEAD, inputsOf } from "../../testing/facts.ts";
import { collect } from "../collect.ts";
import { evaluate } from "../evaluate.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-result-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const following = (sha = HEAD) =>
  ({
    name: "workflow_run",
    sha: BASE,
    head: { owner: "stranger", ref: "change", sha },
    event: "pull_request",
  }) as const;

async function publish(content: string | undefined, sha?: string) {
  const path = join(folder, "result.json");
  if (content !== undefined) writeFileSync(path, content);
  return collect(await inputsOf({ "publish-result": path, name: "unit" }), ioOf(folder, following(sha)));
}

async function result(): Promise<string> {
  return JSON.stringify(evaluate(await inputsOf(), factsOf({ head: { a: "1:1" } })));
}

test("only numbers and names are taken over; the place is the event's, the name our own", async () => {
  const facts = await publish((await result()).replace("org/demo", "evil/demo"));
  expect(facts).toMatchObject({
    kind: "published",
    result: {
      name: "unit",
      verdict: "pass",
      context: { repository: "org/demo", headSha: HEAD, serverUrl: "https://github.com" },
    },
  });
});

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    "not there",
    () => publish(undefined),
    /result\.json is not there; download the artifact with the result file first$/,
  ],
  [
    "of another commit",
    async () => publish(await result(), BASE),
    /was made from c{10}, but the run that this one follows is of b{10}$/,
  ],
  ["no JSON", () => publish("hello"), /result\.json: is not valid JSON: /],
  ["of another shape", () => publish("{}"), /result\.json: `schema` is not a string but missing$/],
  [
    "a link",
    async () => {
      writeFileSync(join(folder, "secret"), await result());
      symlinkSync(join(folder, "secret"), join(folder, "result.json"));
      return publish(undefined);
    },
    /result\.json is not a regular file$/,
  ],
])("a result that is %s is refused", async (_, work, message) => {
  await expect(work()).rejects.toThrow(message);
});
