import { formatVersion } from "@jessy-actions/versioning/semver";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { type Check, fail, pass, shortCommit, unknown } from "./check.ts";

type TagFacts = Pick<Facts, "tag" | "commit" | "tags" | "tagProblems" | "pushedCommit" | "checkedOutCommit" | "source">;

/** The tag exists on GitHub, no other tag names the same version, and it stands on the commit to release. Pure. */
export function checkTag(inputs: Pick<Inputs, "commit" | "createTag">, facts: TagFacts): Check[] {
  const { tag, commit, tagProblems, pushedCommit, checkedOutCommit } = facts;
  const checks = tagProblems.map((message) => fail("tag", message));
  if (pushedCommit !== undefined && pushedCommit !== commit && inputs.commit === undefined) {
    const message = `\`${tag.text}\` was pushed at ${shortCommit(pushedCommit)}, but ${shortCommit(checkedOutCommit)} is checked out`;
    checks.push(fail("commit", message));
  }
  return [...checks, ...checkPlace(inputs.createTag, facts)];
}

/** Where the tag stands. GitHub's answer counts before the clone's. */
function checkPlace(createTag: boolean, { tag, commit, tags, source }: TagFacts): Check[] {
  const name = `\`${tag.text}\``;
  const stands = "known" in tags.onGitHub ? tags.onGitHub.known : tags.here;
  if (stands === undefined) return [checkMissing(createTag, { tag, commit, tags })];
  if (stands !== commit) {
    const message = `${name} stands on ${shortCommit(stands)}, but ${shortCommit(commit)} is to be released; check out the tag`;
    return [fail("commit", message)];
  }
  const package_ = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
  const where = `on ${shortCommit(stands)} of \`${source.owner}/${source.name}\``;
  const agreed = pass("tag", `${name} is version ${formatVersion(tag.version)}${package_}, ${where}`);
  if (tags.here === undefined || tags.here === stands) return [agreed];
  const moved = `${name} stood on ${shortCommit(tags.here)} when it was checked out, and has moved to ${shortCommit(stands)}`;
  return [fail("tag", moved), agreed];
}

function checkMissing(createTag: boolean, { tag, commit, tags }: Pick<TagFacts, "tag" | "commit" | "tags">): Check {
  const name = `\`${tag.text}\``;
  if (createTag) return pass("tag", `${name} is new; publishing creates it at ${shortCommit(commit)}`);
  if ("unknown" in tags.onGitHub) return unknown("tag", `${name} is not in this clone, and ${tags.onGitHub.unknown}`);
  const where = tags.here === undefined ? "does not exist" : "is in this clone but not on GitHub";
  const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
  return fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``);
}
