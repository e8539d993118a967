import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Stands in for @actions/glob in the bundle (scripts/left-out.ts). @actions/cache asks it which paths its patterns mean, and
 * kit gives it names of single files and folders, never patterns.
 */
export async function create(patterns: string): Promise<{ globGenerator(): AsyncGenerator<string> }> {
  return {
    async *globGenerator() {
      for (const name of patterns.split("\n")) {
        if (/[*?[\]{}!~#]/.test(name))
          throw new Error(`${JSON.stringify(name)} is a pattern, and only names are given`);
        const path = resolve(name);
        if (name !== "" && existsSync(path)) yield path;
      }
    },
  };
}
