import type { FoundSection } from "@jessy-actions/versioning/changelog";
import { formatVersion } from "@jessy-actions/versioning/semver";
import { compareVersionFiles, VERSION_FILE_NAMES } from "@jessy-actions/versioning/version-files";
import type { Facts, VersionFileFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Check } from "../publishing/plan.ts";

/** All that has to agree before a release is made, whatever of it does not. Pure. */
export function verify(inputs: Inputs, facts: Facts, section: FoundSection | undefined): Check[] {
  return [
    ...verifyTag(inputs, facts),
    verifyBranch(facts),
    ...verifyVersions(facts),
    ...verifyChangelog(facts, section),
    ...facts.fileProblems.map((message): Check => ({ subject: "files", state: "fail", message })),
  ];
}

function verifyTag(inputs: Inputs, facts: Facts): Check[] {
  const { tag, commit, tags, tagProblems, pushedCommit, checkedOutCommit, source } = facts;
  const name = `\`${tag.text}\``;
  const checks: Check[] = tagProblems.map((message) => fail("tag", message));
  if (pushedCommit !== undefined && pushedCommit !== commit && inputs.commit === undefined)
    checks.push(
      fail("commit", `${name} was pushed at ${short(pushedCommit)}, but ${short(checkedOutCommit)} is checked out`),
    );
  const stands = "known" in tags.onGitHub ? tags.onGitHub.known : tags.here;
  if (stands === undefined) {
    if (inputs.createTag) return [...checks, pass("tag", `${name} is new, and will be made at ${short(commit)}`)];
    const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
    const where = tags.here === undefined ? "does not exist" : `is in this clone but not on GitHub`;
    if (!("known" in tags.onGitHub))
      return [...checks, unknown("tag", `${name} is not in this clone, and ${tags.onGitHub.unknown}`)];
    return [...checks, fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``)];
  }
  if (stands !== commit)
    return [
      ...checks,
      fail("commit", `${name} stands on ${short(stands)}, but ${short(commit)} is to be released; check out the tag`),
    ];
  if ("known" in tags.onGitHub && tags.here !== undefined && tags.here !== stands)
    checks.push(
      fail("tag", `${name} stood on ${short(tags.here)} when it was checked out, and was moved to ${short(stands)}`),
    );
  const kind = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
  return [
    ...checks,
    pass(
      "tag",
      `${name} is version ${formatVersion(tag.version)}${kind}, on ${short(stands)} of \`${source.owner}/${source.name}\``,
    ),
  ];
}

function verifyBranch({ branch, commit }: Facts): Check {
  const { allowed, existing, holder } = branch;
  if (allowed === undefined) return pass("branch", "Any branch may hold the commit");
  const words = allowed.map((name) => `\`${name}\``).join(" or ");
  if ("unknown" in holder)
    return unknown("branch", `Whether ${words} holds ${short(commit)} is not known: ${holder.unknown}`);
  if (holder.known !== undefined) return pass("branch", `\`${holder.known}\` holds ${short(commit)}`);
  if (existing.length === 0)
    return fail("branch", `There is no branch ${words}; name the ones that releases come from in \`allowed-branches\``);
  return fail(
    "branch",
    `${short(commit)} is on none of the allowed branches (${existing.map((name) => `\`${name}\``).join(", ")}); merge it first`,
  );
}

function verifyVersions({ tag, versionFiles }: Facts): Check[] {
  if (versionFiles === undefined) return [];
  const { paths, files, unmatched } = versionFiles;
  const checks = unmatched.map((pattern) =>
    fail("versions", `\`version-files\` names \`${pattern}\`, which finds no tracked file`),
  );
  if (paths.length === 0 && unmatched.length === 0) return [nothingCompared(versionFiles)];
  const { agreeing, problems, skipped } = compareVersionFiles(tag, paths, files);
  for (const { file, line, message } of problems)
    checks.push({ subject: "versions", state: "fail", message: `\`${file}\` ${message}`, file, line });
  for (const { file, reason } of skipped) checks.push(pass("versions", `\`${file}\` is not compared: ${reason}`));
  const agreed = [...new Set(agreeing.map(({ file }) => file))];
  if (agreed.length > 0) {
    const named = agreed
      .slice(0, 5)
      .map((file) => `\`${file}\``)
      .join(", ");
    const more = agreed.length > 5 ? ` and ${agreed.length - 5} more` : "";
    checks.push(pass("versions", `${named}${more} ${agreed.length === 1 ? "agrees" : "agree"}`));
  }
  if (checks.every(({ state }) => state === "pass") && agreed.length === 0)
    checks.push({ subject: "versions", state: "warning", message: "No file states a version that could be compared" });
  return checks;
}

/** A repository may have none of them; it is said, so that nobody takes it for agreement. */
function nothingCompared({ searched }: VersionFileFacts): Check {
  const names = VERSION_FILE_NAMES.map((name) => `\`${name}\``).join(", ");
  const message = `No version was compared: ${searched ?? "the repository"} has no ${names}; name files in \`version-files\`, or write \`none\``;
  return { subject: "versions", state: "warning", message };
}

function verifyChangelog({ changelog }: Facts, read: FoundSection | undefined): Check[] {
  if (changelog === undefined) return [];
  const { path } = changelog;
  if (read === undefined)
    return [fail("changelog", `\`${path}\` cannot be read; give its path in \`changelog\`, or write \`none\``)];
  const { section, problems } = read;
  if (problems.length > 0)
    return problems.map(
      ({ line, message }): Check => ({
        subject: "changelog",
        state: "fail",
        message: `\`${path}\`: ${message}`,
        file: path,
        line,
      }),
    );
  const found = section!;
  if (found.isYanked)
    return [
      {
        subject: "changelog",
        state: "fail",
        message: `\`${path}\` calls this version yanked`,
        file: path,
        line: found.line,
      },
    ];
  const how = found.match === "exact" ? "" : `, under \`${found.heading}\``;
  return [pass("changelog", `\`${path}\` describes this version${how}`)];
}

function short(sha: string): string {
  return `\`${sha.slice(0, 10)}\``;
}

function pass(subject: Check["subject"], message: string): Check {
  return { subject, state: "pass", message };
}

function fail(subject: Check["subject"], message: string): Check {
  return { subject, state: "fail", message };
}

function unknown(subject: Check["subject"], message: string): Check {
  return { subject, state: "unknown", message };
}
