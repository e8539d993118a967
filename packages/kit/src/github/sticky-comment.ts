import { wait } from "../http/wait.ts";
import type { Log } from "../runner/log.ts";
import { type GitHub, GitHubError } from "./client.ts";
import { type Comment, CommentThread, type ThreadAddress } from "./comment-thread.ts";
import { bytesLeftFor, disarm, parseSections, renderSections, type Section, withSection } from "./sections.ts";

export interface SectionTarget extends ThreadAddress {
  readonly sectionId: string;
}

export type PublishedSection =
  | { readonly status: "created" | "updated" | "unchanged"; readonly url: string }
  /** The token may not write here (a fork's pull request, or no `pull-requests: write`). */
  | { readonly status: "forbidden"; readonly reason: string }
  /** Other jobs kept writing over it. */
  | { readonly status: "contested" };

export interface SectionOptions {
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

/** Jobs of one workflow write the same comment at once; each round settles at least one of them. */
const MAX_ROUNDS = 16;

/**
 * Milliseconds after which a job that read the comment before our write has surely written it: it writes at once, so
 * that is one round trip to GitHub and some. Where our own took longer, the others' may, too.
 */
const SETTLING_TIME = 1000;
const SETTLING_TRIPS = 4;
const MAX_SETTLING_TIME = 10_000;

/** Milliseconds before each look at a list that does not show yet what was made: 15.75 s in all. */
export const LIST_WAITS: readonly number[] = [0, 250, 500, 1000, 2000, 4000, 8000];

/**
 * Puts one section into the shared comment of a pull request and leaves the others as they are. GitHub has no conditional
 * update, its lists lag, and jobs race:
 *
 * - What stands is read by its number, never from the list. After writing, it is read again when the others have settled,
 *   and written again until the own section stands.
 * - A job that made a comment waits until the list shows it: by then the list shows all older ones, too. Of several, every
 *   job chooses the oldest, and the others are folded into it. So nobody makes a second one.
 * - A lost answer may hide a comment that was made: it is looked for as long as a list may lag.
 *
 * @param render gets how many bytes there are for the section.
 * @throws GitHubError when GitHub fails for another reason than a missing permission.
 */
export async function publishSection(
  github: GitHub,
  target: SectionTarget,
  render: (maxBytes: number) => string,
  options: SectionOptions,
): Promise<PublishedSection> {
  try {
    return await new SectionWriter(new CommentThread(github, target), target.sectionId, render, options).write();
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 403 || error.status === 404 || error.status === 401)) {
      return { status: "forbidden", reason: error.message };
    }
    throw error;
  }
}

class SectionWriter {
  readonly #thread: CommentThread;
  readonly #sectionId: string;
  readonly #render: (maxBytes: number) => string;
  readonly #log: Log;
  readonly #sleep: (milliseconds: number) => Promise<void>;
  readonly #random: () => number;
  /** The comment that this job made and that the list has not shown yet. */
  #unseen: number | undefined;
  /** When the comment was read that is written next. */
  #readAt = 0;
  /** Milliseconds that this job took at most between the read and the end of a write. */
  #slowest = 0;

  constructor(
    thread: CommentThread,
    sectionId: string,
    render: (maxBytes: number) => string,
    { log, sleep = wait, random = Math.random }: SectionOptions,
  ) {
    this.#thread = thread;
    this.#sectionId = sectionId;
    this.#render = render;
    this.#log = log;
    this.#sleep = sleep;
    this.#random = random;
  }

  async write(): Promise<PublishedSection> {
    let status: "created" | "updated" | "unchanged" = "unchanged";
    let settled = true;
    /** The oldest of our comments, once it is known. */
    let chosen: number | undefined;
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const [comment, ...surplus] = chosen === undefined ? await this.#standing() : await this.#stillThere(chosen);
      if (comment === undefined) {
        settled = false;
        // Somebody deleted the chosen one: look again before making another.
        if (chosen === undefined) {
          await this.#create();
          status = "created";
        }
        chosen = undefined;
        continue;
      }
      chosen = comment.id;
      const sections = parseSections(comment.body ?? "");
      const content = this.#contentFor(sections);
      const own = sections.find(({ id }) => id === this.#sectionId);
      const folded = surplus
        .flatMap((other) => parseSections(other.body ?? ""))
        .filter(({ id }) => id !== this.#sectionId && !sections.some((known) => known.id === id));
      if (own?.content === content && folded.length === 0) {
        for (const other of surplus) await this.#thread.delete(other.id);
        if (settled) return { status, url: comment.html_url };
        await this.#settle(round);
        settled = true;
        continue;
      }
      // Nothing waits between a read and its write: the section of a job that ended meanwhile would be lost.
      const whole = withSection([...sections, ...folded], { id: this.#sectionId, content });
      const written = await this.#thread.update(comment.id, renderSections(whole));
      this.#slowest = Math.max(this.#slowest, performance.now() - this.#readAt);
      if (written && status === "unchanged") status = "updated";
      // With comments to fold, all of them are read once more before they are deleted.
      settled = written && surplus.length === 0;
      if (settled) await this.#settle(round);
      else chosen = undefined;
    }
    return { status: "contested" };
  }

  /** Waits until the others have written what they were at, and so that no two jobs wait equally long. */
  async #settle(round: number): Promise<void> {
    const time = Math.min(MAX_SETTLING_TIME, Math.max(SETTLING_TIME, SETTLING_TRIPS * this.#slowest));
    await this.#sleep(time * (1 + this.#random() / 2) + this.#random() * 250 * round);
  }

  /** Our comments, oldest first, each as it is now. */
  async #standing(): Promise<Comment[]> {
    const numbers = new Set((await this.#listed()).map(({ id }) => id));
    if (this.#unseen !== undefined) numbers.add(this.#unseen);
    const standing: Comment[] = [];
    const start = performance.now();
    for (const number of [...numbers].sort((a, b) => a - b)) standing.push(...(await this.#stillThere(number)));
    this.#readAt = start;
    // Gone although the list had time to show it: somebody deleted it.
    if (standing.length === 0) this.#unseen = undefined;
    return standing;
  }

  async #stillThere(number: number): Promise<Comment[]> {
    this.#readAt = performance.now();
    const comment = await this.#thread.read(number);
    return comment === undefined ? [] : [comment];
  }

  /** The list, which shows the comment that this job made and all older ones, if it ever does. */
  async #listed(): Promise<Comment[]> {
    const unseen = this.#unseen;
    if (unseen === undefined) return this.#thread.listed();
    let listed: Comment[] = [];
    for (const pause of LIST_WAITS) {
      if (pause > 0) await this.#sleep(pause);
      listed = await this.#thread.listed();
      if (listed.some(({ id }) => id === unseen)) {
        this.#unseen = undefined;
        return listed;
      }
      // Another job has folded it into an older one.
      if (listed.length > 0 && (await this.#thread.read(unseen)) === undefined) return listed;
    }
    this.#log.debug(`the list of comments does not show ${unseen}, which was made; going on with it`);
    return listed;
  }

  async #create(): Promise<void> {
    const content = this.#contentFor([]);
    const body = renderSections([{ id: this.#sectionId, content }]);
    this.#unseen = (await this.#thread.create(body)) ?? (await this.#lookFor(content));
  }

  /** The comment that a lost answer may hide. */
  async #lookFor(content: string): Promise<number | undefined> {
    this.#log.debug("GitHub's answer was lost; looking whether the comment was made");
    for (const pause of LIST_WAITS) {
      if (pause > 0) await this.#sleep(pause);
      const found = (await this.#thread.listed()).find(({ body = "" }) =>
        parseSections(body).some((section) => section.id === this.#sectionId && section.content === content),
      );
      if (found !== undefined) return found.id;
    }
    return undefined;
  }

  #contentFor(sections: readonly Section[]): string {
    const maxBytes = Math.max(0, bytesLeftFor(this.#sectionId, sections));
    return disarm(this.#render(maxBytes)).replaceAll("\r\n", "\n");
  }
}
