import { UserError } from "@jessy-actions/reading/user-error";
import { describe, expect, test } from "vitest";
import { immutableProblems } from "./immutable-tags.ts";
import { planPromotion } from "./promotion.ts";
import { parseImageName, parseReference, printReference } from "./reference.ts";

const NEW = `sha256:${"a".repeat(64)}`;
const OLD = `sha256:${"b".repeat(64)}`;

const target = (image: string, tag: string, standing?: string, isImmutable = false) => ({
  image: parseImageName(image),
  tag,
  isImmutable,
  standing,
});
const plan = (targets: Parameters<typeof planPromotion>[1], overwrites = false) =>
  planPromotion(parseReference(`ghcr.io/acme/app:1.2.3-rc.1@${NEW}`), targets, overwrites);

describe("a version that stands for another image does not move", () => {
  test.each([
    ["nothing stands", undefined, true, 0],
    ["the same digest", NEW, true, 0],
    ["another digest", OLD, true, 1],
    ["a tag that may move", OLD, false, 0],
  ])("%s", (_, standing, isImmutable, count) => {
    const move = { reference: parseReference("acme/app:1.2.3"), isImmutable, standing, digest: NEW };
    expect(immutableProblems([move])).toHaveLength(count);
  });

  test("the error names the tag, both digests and what to do", () => {
    const move = { reference: parseReference("acme/app:1.2.3"), isImmutable: true, standing: OLD, digest: NEW };
    expect(immutableProblems([move, move])[1]).toBe(
      `acme/app:1.2.3 is a version and stands for ${OLD}; it would become ${NEW}. Release another version, promote the image that stands there, or set \`overwrite-versions: true\``,
    );
  });
});

describe("a promotion", () => {
  test("creates, moves and keeps tags, each once", () => {
    const { steps } = plan([
      target("ghcr.io/acme/app", "1.2.3", undefined, true),
      target("ghcr.io/acme/app", "latest", OLD),
      target("ghcr.io/acme/app", "1.2", NEW),
      target("ghcr.io/acme/app", "latest", OLD),
      target("acme/app", "1.2", OLD),
      target("acme/app", "1", NEW),
    ]);
    expect(steps.map(({ reference, action, copies }) => [printReference(reference), action, copies])).toEqual([
      ["ghcr.io/acme/app:1.2.3", "create", false],
      ["ghcr.io/acme/app:latest", "move", false],
      ["ghcr.io/acme/app:1.2", "keep", false],
      ["docker.io/acme/app:1.2", "move", true],
      ["docker.io/acme/app:1", "keep", false],
    ]);
  });

  test("refuses every version that stands for another image, unless asked", () => {
    const targets = [target("ghcr.io/acme/app", "1.2.3", OLD, true), target("acme/app", "1.2.3", OLD, true)];
    expect(() => plan(targets)).toThrow(
      /ghcr\.io\/acme\/app:1\.2\.3 is a version[\s\S]*\nacme\/app:1\.2\.3 is a version/,
    );
    expect(plan(targets, true).steps.map(({ action }) => action)).toEqual(["move", "move"]);
  });

  test("needs a digest and tags", () => {
    const source = parseReference("acme/app:1");
    expect(() => planPromotion(source, [], false)).toThrow("acme/app:1 has no digest to promote; write name@sha256:…");
    expect(() => plan([])).toThrow("no tags are named to promote the image to");
    expect(() => planPromotion({ ...source, digest: "sha256:x" }, [], false)).toThrow(UserError);
  });
});
