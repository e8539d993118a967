import { type GitHub, GitHubError } from "./client.ts";
import { type Author, authorship, isWrittenBy, VIEWER, viewer, WORKFLOW_BOT } from "./comment-author.ts";
import { isSharedComment } from "./sections.ts";
import { id, object, optional, type Read, text } from "./shape.ts";

/** Which pull request (or issue) a comment belongs to. */
export interface ThreadAddress {
  readonly owner: string;
  readonly repo: string;
  readonly issueNumber: number;
}

const fields = { id, body: optional(text), html_url: text, ...authorship };
const comment = object(fields);
export type Comment = Read<typeof fields>;

const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

/** The comments of one pull request, as far as they are ours. Every method throws GitHubError. */
export class CommentThread {
  readonly #github: GitHub;
  readonly #issue: { readonly owner: string; readonly repo: string; readonly issue_number: number };
  #author: Author | undefined;

  constructor(github: GitHub, { owner, repo, issueNumber }: ThreadAddress) {
    this.#github = github;
    this.#issue = { owner, repo, issue_number: issueNumber };
  }

  /**
   * Our comments, oldest first. A comment that somebody else made with our mark in it is not ours. The list may be seconds
   * old: new comments are missing, deleted ones are there, and texts are what they were.
   */
  async listed(): Promise<Comment[]> {
    const own: Comment[] = [];
    for await (const listed of this.#github.paginate(`GET ${COMMENTS}`, this.#issue, comment)) {
      if (isSharedComment(listed.body ?? "") && isWrittenBy(await this.#self(), listed)) own.push(listed);
    }
    return own.sort((a, b) => a.id - b.id);
  }

  /** One comment as it is now; undefined when it is gone. */
  async read(number: number): Promise<Comment | undefined> {
    return this.#unlessGone(() => this.#github.request(`GET ${COMMENT}`, this.#of(number), comment));
  }

  /** @returns undefined when the answer was lost: the comment may be there. */
  async create(body: string): Promise<number | undefined> {
    try {
      const made = await this.#github.request(`POST ${COMMENTS}`, { ...this.#issue, body }, comment);
      // The surest word on who we are.
      if (made.user !== undefined) this.#author = made.user;
      return made.id;
    } catch (error) {
      if (!(error instanceof GitHubError) || (error.status !== 0 && error.status < 500)) throw error;
      return undefined;
    }
  }

  /** False when the comment is gone. */
  async update(number: number, body: string): Promise<boolean> {
    const written = this.#github.send(`PATCH ${COMMENT}`, { ...this.#of(number), body });
    return (await this.#unlessGone(() => written.then(() => true))) ?? false;
  }

  async delete(number: number): Promise<void> {
    await this.#unlessGone(() => this.#github.send(`DELETE ${COMMENT}`, this.#of(number)));
  }

  #of(number: number) {
    return { owner: this.#issue.owner, repo: this.#issue.repo, comment_id: number };
  }

  async #unlessGone<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #self(): Promise<Author> {
    if (this.#author === undefined) {
      try {
        this.#author = await this.#github.graphql(VIEWER, viewer);
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        this.#author = WORKFLOW_BOT;
      }
    }
    return this.#author;
  }
}
