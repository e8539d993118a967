/** What a file becomes on a release. */
export interface Asset {
  /** The file's path in the workspace. */
  readonly path: string;
  /** The name that GitHub will store. */
  readonly name: string;
  /** The name that was wanted. If GitHub changes it, this is the label to show. */
  readonly label: string;
}

export interface AssetPlan {
  readonly assets: readonly Asset[];
  /** Everything wrong, one line each; what they quote is untrusted. */
  readonly problems: readonly string[];
}

/** Enforced since 2025-07. */
export const MAX_ASSETS = 1000;

/**
 * The name that GitHub stores for an uploaded file, by the rule that its own `gh release upload` predicts (`sanitizeFileName`). Accents are
 * removed; everything but ASCII letters, digits and `-_+@` becomes a dot; runs of dots become one; dots at the ends are removed. A name that
 * began with a dot, or that was changed and has no dot left, gets `default` in front. The rule has changed over the years, so compare the name
 * in the answer to an upload.
 */
export function storedName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
  const prefixed = plain.startsWith(".") ? `default${plain}` : plain;
  const stored = trimDots(prefixed.replace(/[^A-Za-z0-9\-_+@]+/g, "."));
  return stored !== name && !stored.includes(".") ? `default.${stored}` : stored;
}

/** A line of a list of files: a path or glob, and the name that `=>` gives it. */
export interface AssetLine {
  readonly pattern: string;
  readonly name: string | undefined;
}

/** Reads `dist/app => app-linux`. An undefined name means the file's own. @returns a string that says what is wrong with the line. */
export function parseAssetLine(line: string): AssetLine | string {
  const parts = line.split("=>").map((part) => part.trim());
  const [pattern = "", name] = parts;
  if (parts.length > 2) return `${quote(line)} has more than one =>; write path => name`;
  if (pattern === "") return `${quote(line)} has no path before =>; write path => name`;
  if (name === undefined) return { pattern, name: undefined };
  if (name === "") return `${quote(line)} has no name after =>; write path => name`;
  if (/[/\\]/.test(name)) return `${quote(line)} has a folder in its name; a release has none`;
  return { pattern, name };
}

/**
 * Names all files of a release before the first is uploaded. Two files that GitHub would store under one name are refused, and so are names
 * that only differ in case: they would overwrite each other on many disks that they are downloaded to.
 *
 * @param files paths, each with the name it should get (undefined: its own)
 */
export function planAssets(files: readonly { readonly path: string; readonly name: string | undefined }[]): AssetPlan {
  const problems: string[] = [];
  const assets = files.map(({ path, name }) => {
    const label = name ?? path.split("/").at(-1)!;
    return { path, name: storedName(label), label };
  });
  if (assets.length > MAX_ASSETS)
    problems.push(`there are ${assets.length} files; a release takes at most ${MAX_ASSETS}`);
  const byName = new Map<string, Asset>();
  for (const asset of assets) {
    if (asset.label === "") {
      problems.push(`${quote(asset.path)} has no file name`);
      continue;
    }
    const key = asset.name.toLowerCase();
    const other = byName.get(key);
    if (other === undefined) byName.set(key, asset);
    else problems.push(collision(other, asset));
  }
  return { assets, problems };
}

function collision(a: Asset, b: Asset): string {
  if (a.path === b.path) return `${quote(a.path)} is listed twice, as ${quote(a.label)} and as ${quote(b.label)}`;
  const why = a.name === b.name ? `GitHub would store both as ${quote(a.name)}` : "they differ in case alone";
  return `${quote(a.path)} and ${quote(b.path)} collide: ${why}; rename one with path => name`;
}

function trimDots(name: string): string {
  let start = 0;
  let end = name.length;
  while (name[start] === ".") start++;
  while (end > start && name[end - 1] === ".") end--;
  return name.slice(start, end);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}...` : text);
}
