import { posix } from "node:path";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Target } from "../targets/target.ts";

/**
 * A file that two targets hold, such as `fs:.` and `config:deploy`, is scanned twice. What both report is one finding,
 * and its place is in the inner one, where RustSec's findings are, too. What only one of them reports stays.
 *
 * @param folders the targets in the repository, by their names.
 */
export function withoutOverlaps(
  findings: readonly Finding[],
  targets: readonly Target[],
  folders: ReadonlyMap<string, string>,
): readonly Finding[] {
  const areas = targets
    .filter(({ name }) => folders.has(name))
    .map((target) => ({ target, folder: folders.get(target.name)!, path: posix.normalize(target.location) }))
    .sort((a, b) => b.path.length - a.path.length);
  if (!areas.some((one) => areas.some((other) => one !== other && isBelow(one.path, other.path)))) return findings;

  const inInner = (finding: Finding): { readonly finding: Finding; readonly file: string | undefined } => {
    const { target, file } = finding.place;
    const folder = folders.get(target);
    if (folder === undefined || file === "") return { finding, file: undefined };
    const path = posix.join(folder, file);
    const inner = areas.find(
      (area) => area.path.length > folder.length && looksAt(area.target, finding) && isBelow(path, area.path),
    );
    if (inner === undefined || inner.target.name === target) return { finding, file: path };
    const place = { ...finding.place, target: inner.target.name, file: posix.relative(inner.folder, path) };
    return { finding: { ...finding, place }, file: path };
  };
  const groups = Map.groupBy(
    findings.map((finding) => ({ from: finding.place.target, ...inInner(finding) })),
    ({ from, file, finding }) => keyOf(finding, file ?? { target: from }),
  );
  return [...groups.values()].flatMap((group) => {
    // A target may have it twice for a reason of its own, so the one that says most is believed.
    const byTarget = [...Map.groupBy(group, ({ from }) => from).values()];
    return byTarget.reduce((most, each) => (each.length > most.length ? each : most)).map(({ finding }) => finding);
  });
}

/** `config` targets know nothing but misconfigurations. */
function looksAt({ kind }: Target, finding: Finding): boolean {
  return kind === "fs" || finding.kind === "misconfiguration";
}

/** Whether a path is a folder, or in it. */
function isBelow(path: string, folder: string): boolean {
  return folder === "." || path === folder || path.startsWith(`${folder}/`);
}

function keyOf({ kind, id, detail, package: affected, place }: Finding, where: unknown): string {
  return JSON.stringify([where, kind, id, detail, affected?.name, affected?.version, place.startLine, place.endLine]);
}
