import { quoted } from "./quoted.ts";

/** Of the distribution grammar: `[\w][\w.-]{0,127}`. */
export const MAX_TAG_CHARACTERS = 128;

/** What is wrong with a tag, and what to write; undefined if nothing is. */
export function tagProblem(tag: string): string | undefined {
  const what = `the tag ${quoted(tag)}`;
  if (tag === "") return "the tag is empty; write a name, such as 1.2.3";
  if (tag.length > MAX_TAG_CHARACTERS) {
    return `${what} has ${tag.length} characters; a tag has at most ${MAX_TAG_CHARACTERS}`;
  }
  const stranger = /[^\w.-]/u.exec(tag);
  if (stranger !== null) {
    return `${what} holds ${quoted(stranger[0])}; a tag may hold only letters, digits, "_", "." and "-"`;
  }
  if (/^[.-]/.test(tag)) return `${what} begins with ${quoted(tag[0]!)}; a tag begins with a letter, a digit or "_"`;
  return undefined;
}

/** Every run of characters that a tag cannot hold becomes one `-`, as metadata-action does it. The result may still be no tag. */
export function tagFrom(text: string): string {
  return text.replace(/[^a-zA-Z0-9._-]+/g, "-");
}
