import { type Answer, notAccessible, Refused } from "./answer.ts";
import type { TokenHolder } from "./token-holder.ts";

/** A request with everything that a route may want to know. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  /** Below `/repos/{owner}/{repo}`, decoded. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  readonly holder: TokenHolder;
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** What a token needs that not every one has. */
  readonly needs?:
    | "contents=write"
    | "security_events=write"
    | "deployments=read"
    | "deployments=write"
    | "administration=read"
    | "administration=write";
  answer(call: Call, ...parameters: string[]): Answer;
}

/** @returns nothing when no route is meant. */
export function answerFrom(routes: readonly Route[], call: Call): Answer | undefined {
  for (const route of routes) {
    if (route.method !== call.method) continue;
    const match = route.pattern.exec(call.path);
    if (match === null) continue;
    try {
      if (!suffices(call.holder, route.needs)) throw notAccessible(route.needs!);
      return route.answer(call, ...match.slice(1));
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      throw error;
    }
  }
  return undefined;
}

function suffices(holder: TokenHolder, needs: Route["needs"]): boolean {
  if (needs === undefined) return true;
  if (needs.startsWith("administration")) return holder.admin === true;
  if (needs.startsWith("deployments")) return holder.deployments ?? holder.write;
  return holder.write;
}
