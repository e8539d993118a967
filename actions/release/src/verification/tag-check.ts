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

/** Where the tag stands on GitHub. What the clone says can only speak against the release: anything in the job may have set it. */
function checkPlace(createTag: boolean, facts: TagFacts): Check[] {
  const { tag, commit, tags, source } = facts;
  const name = `\`${tag.text}\``;
  const { onGitHub, here } = tags;
  if ("wrong" in onGitHub) return [fail("tag", `${name} ${onGitHub.wrong}; delete it, and tag a commit`)];
  if ("unknown" in onGitHub) return [...checkHere(facts), unknownPlace(facts, onGitHub.unknown)];
  const { known: stands } = onGitHub;
  if (stands === undefined) return [checkMissing(createTag, facts)];
  if (stands !== commit) return [elsewhere(facts, stands)];
  const package_ = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
  const where = `on ${shortCommit(stands)} of \`${source.owner}/${source.name}\``;
  const agreed = pass("tag", `${name} is version ${formatVersion(tag.version)}${package_}, ${where}`);
  if (here === undefined || here === stands) return [agreed];
  const moved = `${name} stood on ${shortCommit(here)} when it was checked out, and has moved to ${shortCommit(stands)}`;
  return [fail("tag", moved), agreed];
}

function checkHere(facts: TagFacts): Check[] {
  const { here } = facts.tags;
  return here === undefined || here === facts.commit ? [] : [elsewhere(facts, here)];
}

function elsewhere({ tag, commit }: TagFacts, stands: string): Check {
  const message = `\`${tag.text}\` stands on ${shortCommit(stands)}, but ${shortCommit(commit)} is to be released; check out the tag`;
  return fail("commit", message);
}

function unknownPlace({ tag, tags }: TagFacts, reason: string): Check {
  const clone = tags.here === undefined ? "is not in this clone" : `stands on ${shortCommit(tags.here)} in this clone`;
  return unknown("tag", `Where \`${tag.text}\` stands on GitHub is not known: ${reason}; it ${clone}`);
}

function checkMissing(createTag: boolean, { tag, commit, tags }: TagFacts): Check {
  const name = `\`${tag.text}\``;
  if (createTag) return pass("tag", `${name} is new; publishing creates it at ${shortCommit(commit)}`);
  const where = tags.here === undefined ? "does not exist" : "is in this clone but not on GitHub";
  const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
  return fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``);
}
