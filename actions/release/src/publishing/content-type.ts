/** By the ends of names; browsers and package managers look at it. */
const TYPES: Readonly<Record<string, string>> = {
  apk: "application/vnd.android.package-archive",
  bz2: "application/x-bzip2",
  deb: "application/vnd.debian.binary-package",
  dmg: "application/x-apple-diskimage",
  exe: "application/vnd.microsoft.portable-executable",
  gz: "application/gzip",
  html: "text/html; charset=utf-8",
  jar: "application/java-archive",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  msi: "application/x-msi",
  pdf: "application/pdf",
  rpm: "application/x-rpm",
  svg: "image/svg+xml",
  tar: "application/x-tar",
  tgz: "application/gzip",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  xz: "application/x-xz",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
  zst: "application/zstd",
};

/** The media type of an asset; bytes of no known kind when its name does not tell. */
export function contentTypeOf(name: string): string {
  if (/(?:^|[._-])(?:SHA\d+SUMS|checksums)$/i.test(name)) return TYPES.txt!;
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return TYPES[extension] ?? "application/octet-stream";
}
