import { id, object, optional, type Shape, text } from "./shape.ts";

/** Whose token it is, as far as GitHub says. */
export interface Author {
  readonly login: string;
  readonly id?: number;
}

/** What a comment says of its author. */
export interface Authorship {
  readonly user?: { readonly login: string; readonly id?: number; readonly type?: string };
  readonly performed_via_github_app?: { readonly slug?: string };
}

export const authorship = {
  user: optional(object({ login: text, id: optional(id), type: optional(text) })),
  performed_via_github_app: optional(object({ slug: optional(text) })),
};

/** GET /user is closed to installation tokens; GraphQL's viewer knows every kind of token. */
export const VIEWER = "query { viewer { login databaseId } }";

export const viewer: Shape<Author> = (value) => {
  const { login, databaseId } = object({ viewer: object({ login: text, databaseId: optional(id) }) })(value).viewer;
  return { login, ...(databaseId !== undefined && { id: databaseId }) };
};

/** What the workflow's own token is called; used when GitHub does not say whose token it is. */
export const WORKFLOW_BOT: Author = { login: "github-actions[bot]" };

const BOT = /\[bot\]$/;

/**
 * Whether a comment is the author's own. Names can look alike (`github-actions` may be a person, and a letter of another
 * alphabet looks the same): the number decides. Where GitHub does not give one, the login must be the same to the letter,
 * and a bot's comment must be a bot's. Pure.
 */
export function isWrittenBy(author: Author, { user, performed_via_github_app: app }: Authorship): boolean {
  if (user === undefined) return false;
  if (author.id !== undefined && user.id !== undefined) return author.id === user.id;
  if (user.login !== author.login) return false;
  if (!BOT.test(author.login)) return true;
  // Brackets stand in no person's login; older servers give neither a type nor the app.
  return (user.type ?? "Bot") === "Bot" && (app?.slug ?? appOf(author)) === appOf(author);
}

const appOf = ({ login }: Author): string => login.replace(BOT, "");
