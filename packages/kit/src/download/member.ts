import { revealInvisible } from "../report/escape.ts";

/** What an archive holds under one name. */
export interface Member {
  /** As it stands in the archive. */
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
  /** Its content, once, before the next member is asked for. */
  open(): AsyncIterable<Uint8Array>;
}

/** Archives of programs have a dozen. */
export const MAX_MEMBERS = 10_000;

/**
 * What no honest archive of a program holds, whether or not it would be unpacked. Pure.
 *
 * @returns half a sentence; undefined when nothing is wrong with it.
 */
export function memberProblem({ name, kind }: Pick<Member, "name" | "kind">): string | undefined {
  const parts = name.split(/[\\/]/);
  if (name === "" || name.includes("\0")) return "it has a member without a proper name";
  if (/^(?:[\\/]|[A-Za-z]:)/.test(name)) return `it has a member with an absolute name, ${shown(name)}`;
  if (parts.includes("..")) return `it has a member that leads out of its folder, ${shown(name)}`;
  if (kind === "link") return `it has a link, ${shown(name)}`;
  if (kind === "other") return `it has a member that is neither a file nor a folder, ${shown(name)}`;
  return undefined;
}

/** A name as it would be on a disk, where `./` says nothing and some systems do not tell capitals apart. Pure. */
export function plainName(name: string): string {
  return name
    .split(/[\\/]/)
    .filter((part) => part !== "" && part !== ".")
    .join("/")
    .toLowerCase();
}

export function shown(name: string): string {
  return `\`${revealInvisible(name.slice(0, 100))}\``;
}
