/**
 * Takes over the keys of Sigstore's public instance from @sigstore/tuf, after an update of that package: its seed is what
 * a client of Sigstore's own update system (TUF) begins with. docs/adr/013-trusted-root.md says why they are in the bundle.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const MIRROR = "https://tuf-repo-cdn.sigstore.dev";

const root = resolve(import.meta.dirname, "..");
const seeds = JSON.parse(readFileSync(join(root, "node_modules/@sigstore/tuf/seeds.json"), "utf8"));
const trusted = JSON.parse(Buffer.from(seeds[MIRROR].targets["trusted_root.json"], "base64").toString());
const file = join(root, "packages/images/src/keyless/public-instance.ts");
const head =
  "/** The keys of Sigstore's public instance: the `trusted_root.json` of @sigstore/tuf, by scripts/trusted-root.ts. */";
writeFileSync(file, `${head}\nexport const PUBLIC_INSTANCE = \`${JSON.stringify(trusted, undefined, 2)}\`;\n`);
