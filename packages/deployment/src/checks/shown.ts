/** The start of untrusted text on one line and between backticks, for a sentence. */
export function shown(text: string, characters = 60): string {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'").trim();
  const points = [...line.slice(0, characters * 2 + 2)];
  return `\`${points.length > characters ? `${points.slice(0, characters - 3).join("")}...` : line}\``;
}
