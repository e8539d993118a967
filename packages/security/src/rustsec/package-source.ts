/** crates.io as a lock names it, by its git index and by its sparse one. */
const CRATES_IO = ["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];

/**
 * Whether a package comes from crates.io, which the advisories are about. A package of the same name from git, a path or
 * another registry is another package.
 */
export function isFromCratesIo(source: string | undefined): boolean {
  return source !== undefined && CRATES_IO.includes(source);
}
