import { expect, test } from "vitest";
import { releaseOf as release } from "../../testing/facts.ts";
import { releaseOf } from "./release-document.ts";

const draft = (id: number, tag_name = "v1") => release({ id, tag_name, draft: true });

test.each([
  ["none", [], undefined],
  ["none of the tag", [draft(1, "v2")], undefined],
  ["the oldest draft, in any order", [draft(5), draft(3), draft(4), draft(1, "v2")], 3],
  ["the published one before any draft", [draft(1), release({ id: 9, tag_name: "v1" })], 9],
])("%s", (_, releases, id) => {
  expect(releaseOf(releases, "v1")?.id).toBe(id);
});
