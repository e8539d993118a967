// One npm parser over tracefiles, as a process of its own: node npm-parser.mjs FOLDER PARSER FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, parser, ...files] = process.argv.slice(2);
const require = createRequire(`${folder}/`);

const READERS = {
  "lcov-parse": (file) =>
    new Promise((resolve, reject) =>
      require("lcov-parse")(file, (error, data) => (error ? reject(new Error(String(error))) : resolve(data))),
    ),
  "@friedemannsommer/lcov-parser": async (file) => {
    const { lcovParser } = await import(require.resolve("@friedemannsommer/lcov-parser"));
    return lcovParser({ from: readFileSync(file) });
  },
  "parse-lcov": async (file) => {
    const module = await import(require.resolve("parse-lcov"));
    return (module.default?.default ?? module.default ?? module.parseLCOV)(readFileSync(file, "utf8"));
  },
};

const totals = { lines: { covered: 0, total: 0 }, branches: { covered: 0, total: 0 } };
for (const file of files) {
  for (const each of await READERS[parser](file)) {
    const branches = each.branches ?? {};
    totals.lines.covered += each.lines.hit ?? each.lines.instrumented ?? 0;
    totals.lines.total += each.lines.found ?? each.lines.instrumented ?? 0;
    totals.branches.covered += branches.hit ?? 0;
    totals.branches.total += branches.found ?? branches.instrumented ?? 0;
  }
}
process.stdout.write(`${JSON.stringify(totals)}\n`);
