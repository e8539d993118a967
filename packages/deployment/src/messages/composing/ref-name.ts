/** A ref as people call it. */
export interface RefName {
  readonly kind: "branch" | "tag" | "pull-request";
  /** `main`, `v1.2.3`, `#5`. */
  readonly name: string;
}

export function refName(ref: string | undefined): RefName | undefined {
  const pull = /^refs\/pull\/(\d+)\//.exec(ref ?? "")?.[1];
  if (pull !== undefined) return { kind: "pull-request", name: `#${pull}` };
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref ?? "") ?? [];
  return name === undefined ? undefined : { kind: kind === "tags" ? "tag" : "branch", name };
}
