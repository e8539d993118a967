/** crates.io takes no other names (https://doc.rust-lang.org/cargo/reference/registry-index.html, "Name restrictions"). */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Where an index keeps a crate: `1/a`, `2/ab`, `3/a/abc`, `se/rd/serde`, in lower case. Undefined for what is not the
 * name of a crate: it would lead elsewhere. Pure.
 */
export function indexPath(crate: string): string | undefined {
  if (!NAME.test(crate)) return undefined;
  const name = crate.toLowerCase();
  if (name.length <= 2) return `${name.length}/${name}`;
  if (name.length === 3) return `3/${name[0]}/${name}`;
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}
