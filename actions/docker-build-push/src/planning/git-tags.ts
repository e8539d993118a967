import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { object, text } from "@jessy-actions/kit/github/shape";
import { UserError } from "@jessy-actions/reading/user-error";

/** Names of the repository's tags, without `refs/tags/`. */
export interface GitTags {
  readonly names: readonly string[];
  /** What a reader should know of where they come from. */
  readonly note?: string;
}

/** Milliseconds: the clone and the registry can be asked too. */
const TAGS_TIME = 30_000;

const TAG = object({ name: text });

/**
 * The tags of the repository: from GitHub, since a clone by actions/checkout has one tag or none. Without an answer the
 * clone's are taken, and without a clone the registry's tags decide alone. Never a failure: only `latest` depends on it.
 */
export async function readGitTags(io: Pick<ActionIo, "event" | "github" | "git">): Promise<GitTags> {
  const { owner, name } = io.event().repository;
  let reason: string;
  try {
    const names: string[] = [];
    const github = (await io.github()).within(TAGS_TIME);
    for await (const tag of github.paginate("GET /repos/{owner}/{repo}/tags", { owner, repo: name }, TAG))
      names.push(tag.name);
    return { names };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    reason = error.message;
  }
  try {
    const git = await io.git();
    // Without a repository, it throws.
    await git.root();
    return { names: [...(await git.tags()).keys()], note: `Git tags are those of the clone: ${reason}.` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      names: [],
      note: `The registry's tags alone say which version is the highest: ${reason}, and ${error.message}.`,
    };
  }
}
