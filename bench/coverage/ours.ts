/** What the action does with tracefiles, as a process of its own: read, merge, total. Prints the totals as JSON. */
import { readReports } from "./read-reports.ts";

process.stdout.write(`${JSON.stringify(readReports(process.argv.slice(2)))}\n`);
