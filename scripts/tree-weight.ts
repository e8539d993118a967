/** Whose bytes the files of dist/ are, told from the scripts themselves. */

/** Names of files in dist/. */
export interface TreeShares {
  /** By action: what only this action loads. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** What several actions load, or all. */
  readonly shared: readonly string[];
}

/**
 * One `import()` of the bundle: ncc writes `X.e(/* import() *\/ 5)`, or `Promise.all(/* import() *\/[X.e(5), X.e(6)])`.
 */
const IMPORT = /Promise\.all\(\/\* import\(\) \*\/\[([^\]]*)\]\)|\w+\.e\(\/\* import\(\) \*\/ (\d+)\)/g;

/**
 * Shares dist/ out. An action loads the chunk that holds its room, the chunks that are loaded together with it, and
 * what those import.
 *
 * @param scripts the text of each file of dist/, not minified, by name. @param actions the names of the bundled rooms.
 */
export function shareOut(scripts: ReadonlyMap<string, string>, actions: readonly string[]): TreeShares {
  const imports = new Map([...scripts].map(([name, text]) => [name, importsOf(text)]));
  const loaded = new Map(actions.map((action) => [action, loadedBy(action, scripts, imports)]));
  const own = new Map(
    actions.map((action) => {
      const others = actions.filter((other) => other !== action).flatMap((other) => [...loaded.get(other)!]);
      return [action, [...loaded.get(action)!].filter((name) => !others.includes(name)).sort()];
    }),
  );
  const owned = new Set([...own.values()].flat());
  return { own, shared: [...scripts.keys()].filter((name) => !owned.has(name)).sort() };
}

function loadedBy(
  action: string,
  scripts: ReadonlyMap<string, string>,
  imports: ReadonlyMap<string, readonly (readonly string[])[]>,
): ReadonlySet<string> {
  const stubs = [...scripts.keys()].filter((name) =>
    new RegExp(`^${action}(?:[.-](?:pre|main|post))?\\.js$`).test(name),
  );
  const rooms = [...scripts].filter(([, text]) => text.includes(`/actions/${action}/src/`)).map(([name]) => name);
  const together = [...imports.values()].flat().filter((names) => names.some((name) => rooms.includes(name)));
  const found = new Set<string>(stubs);
  const pending = [...rooms, ...together.flat()];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(imports.get(name) ?? []).flat());
  }
  return found;
}

/** The files that each `import()` of a script loads. */
function importsOf(text: string): string[][] {
  return [...text.matchAll(IMPORT)].map(([, several, one]) =>
    (one === undefined ? [...several!.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id!) : [one]).map(
      (id) => `${id}.index.js`,
    ),
  );
}
