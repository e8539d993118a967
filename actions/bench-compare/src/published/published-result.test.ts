import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { BASE, factsOf, HEAD, inputsOf } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import { collectPublished } from "./published-result.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-result-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const following = (sha: string) =>
  ({
    name: "workflow_run",
    sha: BASE,
    head: { owner: "stranger", ref: "change", sha },
    event: "pull_request",
  }) as const;

function publish(content: string, sha = HEAD) {
  const path = join(folder, "result.json");
  writeFileSync(path, content);
  const inputs = inputsOf({ command: "", "publish-result": path, name: "unit" });
  return collectPublished(path, inputs, ioOf(folder, following(sha)));
}

const result = () => evaluate(inputsOf({ name: "theirs" }), factsOf({ levels: { x: { base: 1000, head: 1000 } } }));

test("only numbers are taken over; the place is the event's, the name our own", async () => {
  const { comparisons, context } = result();
  expect(await publish(JSON.stringify(result()).replace("org/demo", "evil/demo"))).toMatchObject({
    kind: "published",
    result: { name: "unit", comparisons, context: { repository: "org/demo", base: context.base, head: context.head } },
    labels: [],
  });
});

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    "of another commit",
    () => publish(JSON.stringify(result()), BASE),
    /was made from c{10}, but the run that this one follows is of b{10}$/,
  ],
  ["not JSON", () => publish("hello"), /result\.json: is not valid JSON: /],
  ["of another shape", () => publish("{}"), /result\.json: `schema` is not a string but missing$/],
  [
    "at odds with itself",
    () => publish(JSON.stringify({ ...result(), comparisons: [] })),
    /its numbers contradict each other: /,
  ],
])("a result that is %s is refused", async (_, work, message) => {
  await expect(work()).rejects.toThrow(message);
});

test("the debug log says what is published", async () => {
  const path = join(folder, "result.json");
  writeFileSync(path, JSON.stringify(result()));
  const io = ioOf(folder, following(HEAD));
  await collectPublished(path, inputsOf({ command: "", "publish-result": path }), io);
  expect(io.logged.join("")).toContain(`1 comparisons of ${HEAD}`);
});
