/** A part of an address that is shorter is a word or an id, and would hide half of a log. */
const MIN_PART = 12;

/** Words of a path are written in one case and without digits. */
const isToken = (part: string) =>
  part.length >= MIN_PART && (/\d/.test(part) || /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(part));

/**
 * Everything of an address that lets its holder post: the whole, its path, and each long part of path and query, as an
 * error of some library may quote any of them. Pure.
 */
export function secretParts(address: string): readonly string[] {
  const whole = address.trim();
  if (!URL.canParse(whole)) return whole === "" ? [] : [whole];
  const { href, pathname, search, username, password, searchParams } = new URL(whole);
  const parts = [...pathname.split("/"), ...searchParams.values(), username, password];
  const long = parts.flatMap((part) => [part, decoded(part)]).filter(isToken);
  const paths = [pathname, `${pathname}${search}`].filter(isToken);
  return [...new Set([whole, href, ...paths, ...long])].filter((part) => part !== "");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
