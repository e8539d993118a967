import { GitHubError } from "@jessy-actions/kit/github/client";
import type { AssetDocument, ReleaseApi, ReleaseDocument } from "../github/release-api.ts";
import { type Journal, ReleaseFailure } from "./journal.ts";
import { type Plan, releaseOf } from "./plan.ts";

/** How long to wait, each time, for the list of releases to show what was just made (milliseconds): it lags by seconds (softprops/action-gh-release#705). */
const LIST_WAITS = [0, 500, 1000, 2000, 4000, 8000];

const MAX_ATTEMPTS = 5;

/**
 * The one release that all jobs of a tag work on: the published one, else the oldest draft, else a new draft.
 *
 * GitHub takes any number of drafts for one tag. Whoever makes one waits until the list shows it: all older ones are in the list then,
 * too, and the oldest is the one that everybody chooses. Who finds an older one than the own takes the own away, which is still empty.
 *
 * @param known releases as they were listed last.
 */
export async function settleRelease(
  plan: Plan,
  known: readonly ReleaseDocument[],
  { api, journal, sleep }: Settling,
): Promise<ReleaseDocument> {
  let releases = known;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const there = releaseOf(releases, plan.tag.text);
    if (there !== undefined) {
      await removeDuplicates(plan, there, releases, { api, journal, sleep });
      return there;
    }
    const own = await createDraft(plan, { api, journal, sleep });
    if (own === undefined) {
      releases = await api.list();
      continue;
    }
    releases = await listWith(own, { api, journal, sleep });
    const chosen = releaseOf(releases, plan.tag.text) ?? own;
    if (chosen.id === own.id) return own;
    await api.delete(own.id);
    journal.info(`Another job was first: its release ${chosen.id} is used, and the draft ${own.id} is deleted.`);
    return chosen;
  }
  throw new Error(`no release of ${plan.tag.text} stayed in ${MAX_ATTEMPTS} attempts`);
}

export interface Settling {
  readonly api: ReleaseApi;
  readonly journal: Journal;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Undefined: nobody knows whether GitHub made it, as its answer was lost. */
async function createDraft(plan: Plan, { api, journal, sleep }: Settling): Promise<ReleaseDocument | undefined> {
  try {
    const draft = await api.create({
      tag_name: plan.tag.text,
      // Also where the tag exists: if it is deleted meanwhile, GitHub would make it at the head of the default branch.
      ...(!plan.isElsewhere && { target_commitish: plan.commit }),
      name: plan.title,
      body: plan.notes.text,
      draft: true,
      prerelease: plan.prerelease,
    });
    journal.done("create", `Draft ${draft.id} of \`${plan.tag.text}\``);
    return draft;
  } catch (error) {
    if (!(error instanceof GitHubError) || (error.status !== 0 && error.status < 500)) throw error;
    journal.info(`${error.message}; looking whether the draft was made`);
    await sleep(2000);
    return undefined;
  }
}

async function listWith(own: ReleaseDocument, { api, journal, sleep }: Settling): Promise<readonly ReleaseDocument[]> {
  let releases: readonly ReleaseDocument[] = [];
  for (const wait of LIST_WAITS) {
    await sleep(wait);
    releases = await api.list();
    if (releases.some(({ id }) => id === own.id)) return releases;
  }
  journal.warn(
    `The list of releases does not show the draft ${own.id} after ${LIST_WAITS.reduce((sum, wait) => sum + wait, 0) / 1000} s; going on with it`,
  );
  return releases;
}

/**
 * The release that another job has published while this one worked on a draft; GitHub shows it some seconds later.
 *
 * @throws ReleaseFailure when it does not show up.
 */
export async function findPublished(plan: Plan, { api, sleep }: Settling): Promise<ReleaseDocument> {
  for (const wait of LIST_WAITS) {
    await sleep(wait);
    const published = await api.byTag(plan.tag.text);
    if (published !== undefined) return published;
  }
  throw new ReleaseFailure(
    `GitHub says that \`${plan.tag.text}\` is published, by another job or by hand, and does not show the release`,
  );
}

/** Drafts of ours that a run before left behind go when all they hold is on the chosen release; anything else is only named. */
async function removeDuplicates(
  plan: Plan,
  chosen: ReleaseDocument,
  releases: readonly ReleaseDocument[],
  { api, journal }: Settling,
): Promise<void> {
  for (const other of releases) {
    if (other.id === chosen.id || !other.draft || other.tag_name !== chosen.tag_name) continue;
    const isOurs = other.author?.login !== undefined && other.author.login === chosen.author?.login;
    if (isOurs && isCovered(other.assets, chosen.assets, plan.checksums)) {
      await api.delete(other.id);
      journal.done("delete", `The draft ${other.id} of the same tag, which a run before left behind`);
    } else
      journal.warn(`There is another draft of the tag, ${other.id}; look into it and delete it: ${other.html_url}`);
  }
}

function isCovered(
  assets: readonly AssetDocument[],
  by: readonly AssetDocument[],
  checksums: string | undefined,
): boolean {
  return assets.every(
    ({ name, digest, state }) =>
      state !== "uploaded" ||
      name === checksums ||
      by.some((other) => other.name === name && digest != null && other.digest === digest),
  );
}
