import { revealInvisible } from "@jessy-actions/kit/report/escape";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Untrusted text in XML, as a value or between tags: without characters that XML cannot hold (XML 1.0, 2.2). */
export function xmlText(text: string): string {
  return text
    .split("\n")
    .map((line) => revealInvisible(line.replaceAll("\r", "")))
    .join("\n")
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
