/** The first target of a Link header with the relation `next`, in any spelling that RFC 8288 allows. Pure. */
export function nextTarget(link: string): string | undefined {
  for (const part of link.split(/,(?=\s*<)/)) {
    const [, target, parameters] = /^\s*<([^<>]*)>(.*)$/s.exec(part) ?? [];
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters ?? "") ?? [];
    const relations = (quoted ?? bare ?? "").toLowerCase().split(/\s/);
    if (relations.includes("next")) return target;
  }
  return undefined;
}
