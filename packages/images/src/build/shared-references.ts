import { shown } from "./problems.ts";

/** Two images under one name: the one that is pushed last would win, by chance. */
export function sharedReferences(
  targets: readonly { readonly name: string; readonly references: readonly string[] }[],
): readonly string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const { name, references } of targets) {
    for (const reference of references) {
      const owner = owners.get(reference);
      if (owner !== undefined && owner !== name)
        problems.push(
          `input \`targets\`: \`${owner}\` and \`${name}\` would both be ${shown(reference)}; give each its own \`images\` or \`tags\``,
        );
      owners.set(reference, name);
    }
  }
  return problems;
}
