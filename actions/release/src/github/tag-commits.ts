import { planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import { findPreviousTag } from "@jessy-actions/versioning/previous-tag";
import type { Tag } from "@jessy-actions/versioning/tag";
import { isSameLine, versionTags } from "@jessy-actions/versioning/version-tags";
import type { RefApi } from "./ref-api.ts";

/** Annotated tags that are looked into to find the version on a floating tag's commit: it is nearly always the first. */
const MAX_LOOKED_INTO = 30;

/**
 * The tags of one prefix on GitHub, each with its commit. An annotated tag costs a request, so only those that a decision needs are followed:
 * the tag itself, the one before it, the floating tags and the version that they stand on. Any other annotated one has the id of its own
 * object, which is no commit.
 */
export async function tagCommits(refs: RefApi, tag: Tag, commit: string): Promise<Map<string, string>> {
  const objects = await refs.tags(tag.prefix);
  const commits = new Map([...objects].map(([name, { sha }]) => [name, sha]));
  const previous = findPreviousTag(tag, objects.keys()).tag?.text;
  for (const name of [tag.text, previous]) await follow(name);
  for (const { name } of floatingTags()) {
    await follow(name);
    await findVersionOn(name);
  }
  return commits;

  function floatingTags() {
    return planFloatingTags(tag, commit, commits, { minor: true, zero: true });
  }

  async function findVersionOn(floating: string): Promise<void> {
    const versions = versionTags(objects.keys(), tag.prefix);
    const nearest = [true, false].flatMap((near) => versions.filter((each) => isSameLine(each, tag, false) === near));
    for (const { text } of nearest.slice(0, MAX_LOOKED_INTO)) {
      const planned = floatingTags().find(({ name }) => name === floating);
      if (planned?.from === undefined || planned.fromTag !== undefined) return;
      await follow(text);
    }
  }

  async function follow(name: string | undefined): Promise<void> {
    const object = objects.get(name ?? "");
    if (name === undefined || object?.type !== "tag" || commits.get(name) !== object.sha) return;
    const target = await refs.peel(object);
    if ("commit" in target) commits.set(name, target.commit);
  }
}
