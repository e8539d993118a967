/** Forward slashes, no `.` and `..`, no `file://`, no drive letter, no `/_/` of deterministic .NET builds. */
export function normalize(path: string): string {
  const plain = path
    .replaceAll("\\", "/")
    .replace(/^file:\/\//, "")
    .replace(/^\/?[A-Za-z]:\//, "/")
    .replace(/^\/_\d*\//, "");
  const absolute = plain.startsWith("/");
  const parts: string[] = [];
  for (const part of plain.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !absolute) parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}

export function joinPath(folder: string, rest: string): string {
  return normalize(folder === "" ? rest : `${folder}/${rest}`);
}

/** `a/b/c.ts` -> `a/b`; a bare name gives the empty string. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function partsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "");
}
