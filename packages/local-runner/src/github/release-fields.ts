import { unprocessable } from "./answer.ts";
import type { MakeLatest, ReleaseFields } from "./release.ts";

/** Reads the body of a request that makes or changes a release; GitHub refuses types that its description does not know. */
export function releaseFields(body: Readonly<Record<string, unknown>>): ReleaseFields {
  const read = <T>(key: string, is: (value: unknown) => boolean, words: string): T | undefined => {
    const value = body[key];
    if (value === undefined) return undefined;
    if (!is(value))
      throw unprocessable(`Invalid request.\n\nFor 'properties/${key}', ${JSON.stringify(value)} is not ${words}.`);
    return value as T;
  };
  const text = (key: string) => read<string>(key, (value) => typeof value === "string", "a string");
  const nullable = (key: string) =>
    read<string | null>(key, (value) => value === null || typeof value === "string", "a string or null");
  const flag = (key: string) => read<boolean>(key, (value) => typeof value === "boolean", "a boolean");
  const fields = {
    tagName: text("tag_name"),
    targetCommitish: text("target_commitish"),
    name: nullable("name"),
    body: nullable("body"),
    draft: flag("draft"),
    prerelease: flag("prerelease"),
    makeLatest: read<MakeLatest>(
      "make_latest",
      (value) => MAKE_LATEST.includes(value as MakeLatest),
      "a possible value",
    ),
    discussion: text("discussion_category_name"),
    generateNotes: flag("generate_release_notes"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const MAKE_LATEST: readonly MakeLatest[] = ["true", "false", "legacy"];
