/** How chats count characters: an emoji of one code point is two UTF-16 units and one here. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    if (text.codePointAt(at)! > 0xffff) {
      count--;
      at++;
    }
  }
  return count;
}

/** Longer than every cluster that a language needs; a letter under a pile of accents may be cut through. */
const MAX_CLUSTER_UNITS = 64;

/**
 * At most so many code points; what is cut ends in `…`. Never half a surrogate pair, and no half of what people see as one
 * character, such as a flag or a family.
 */
export function cutText(text: string, limit: number): string {
  const end = unitsOf(text, limit);
  if (end === text.length) return text;
  if (limit < 1) return "";
  const whole = unitsOf(text, limit - 1);
  const start = Math.max(0, whole - MAX_CLUSTER_UNITS);
  const around = text.slice(start, whole + MAX_CLUSTER_UNITS);
  const cluster = new Intl.Segmenter("en").segment(around).containing(whole - start)?.index ?? whole - start;
  return `${text.slice(0, cluster === 0 && start > 0 ? whole : start + cluster).trimEnd()}…`;
}

/** UTF-16 units of the first code points. */
function unitsOf(text: string, limit: number): number {
  let at = 0;
  for (let count = 0; count < limit && at < text.length; count++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
