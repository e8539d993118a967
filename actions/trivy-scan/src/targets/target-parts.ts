/**
 * A line of `targets` in its parts, which commas separate. Quotes around a part, or around what follows its first `:` or
 * `=`, keep commas in it. After a blank, `#` begins a comment.
 *
 * @returns undefined for a quote that is never closed
 */
export function targetParts(line: string): readonly string[] | undefined {
  const parts: string[] = [];
  let part = "";
  /** Where a quote opens: at the beginning, and once more after the first `:` or `=`. */
  let [mayOpen, hasHead, open] = [true, false, ""];
  for (const character of line) {
    if (character === open) open = "";
    else if (open !== "") part += character;
    else if (mayOpen && (character === '"' || character === "'")) [mayOpen, open] = [false, character];
    else if (character === "#" && (part === "" || part.at(-1)!.trim() === "")) break;
    else if (character === ",") {
      parts.push(part.trim());
      [part, mayOpen, hasHead] = ["", true, false];
    } else {
      part += character;
      const isHead = !hasHead && (character === ":" || character === "=");
      hasHead ||= isHead;
      mayOpen = isHead || (mayOpen && character.trim() === "");
    }
  }
  return open === "" ? [...parts, part.trim()] : undefined;
}
