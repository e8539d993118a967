/** Whether an audit reads a file, by its path; a folder that git does not track, with `/` at its end, may hold one. Pure. */
export function isAudited(path: string): boolean {
  return /(?:^|\/)(?:Cargo\.lock|go\.mod|go\.sum)$|\/$/.test(path);
}
