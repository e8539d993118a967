/**
 * The body of the shared comment: one comment a pull request for the whole product, in it one marked section per action. Pure.
 *
 *     <!-- jessy-actions -->
 *     <!-- jessy-actions:begin coverage-gate -->
 *     ...
 *     <!-- jessy-actions:end coverage-gate -->
 */
export interface Section {
  readonly id: string;
  readonly content: string;
}

/** GitHub refuses a longer body with 422. The limit is in characters; bytes of UTF-8 are never fewer. */
export const COMMENT_MAX_BYTES = 65_536;

const MARK = "<!-- jessy-actions -->";
const SECTION = /<!-- jessy-actions:begin ([^\s>]+) -->\n([\s\S]*?)\n<!-- jessy-actions:end \1 -->/g;

/** Section ids are action names with an optional gate name. */
export function sectionId(action: string, name: string): string {
  const safe = name
    .replace(/[^A-Za-z0-9._-]/g, (character) => `%${character.codePointAt(0)!.toString(16)}`)
    .replaceAll("--", "-%2d");
  return name === "" ? action : `${action}:${safe}`;
}

export function isSharedComment(body: string): boolean {
  return body.startsWith(MARK);
}

/** GitHub gives back CRLF when somebody edited the comment in a browser. */
export function parseSections(body: string): Section[] {
  return [...body.replaceAll("\r\n", "\n").matchAll(SECTION)].map((found) => ({ id: found[1]!, content: found[2]! }));
}

/** @param sections each id once. */
export function renderSections(sections: readonly Section[]): string {
  const sorted = [...sections].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [MARK, ...sorted.map(frame)].join("\n\n");
}

/** The same sections with one of them replaced or added. */
export function withSection(sections: readonly Section[], section: Section): Section[] {
  return [...sections.filter((other) => other.id !== section.id), section];
}

/** How many bytes a section's content may have beside the other sections. */
export function bytesLeftFor(id: string, sections: readonly Section[]): number {
  return COMMENT_MAX_BYTES - Buffer.byteLength(renderSections(withSection(sections, { id, content: "" })));
}

/** Content cannot end its own section: the report's renderer escapes every `<`, so this is a second lock. */
export function disarm(content: string): string {
  return content.replaceAll("<!-- jessy-actions", "&lt;!-- jessy-actions");
}

function frame({ id, content }: Section): string {
  return `<!-- jessy-actions:begin ${id} -->\n${content}\n<!-- jessy-actions:end ${id} -->`;
}
