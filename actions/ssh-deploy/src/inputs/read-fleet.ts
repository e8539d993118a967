import { type BatchSize, hostsOf } from "@jessy-actions/deployment/fleet/batch-size";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import type { FleetInputs } from "./deployment-inputs.ts";

/** More hosts than anybody writes into a list. */
const MOST_HOSTS = 1000;

/** @param hosts how many there are; 0: the list could not be read. */
export function readFleet(reader: InputReader, hosts: number, times: Pick<FleetInputs, "soak" | "pause">): FleetInputs {
  const canary = reader.integer("canary", { min: 0, max: MOST_HOSTS }, 0);
  if (hosts > 0 && canary >= hosts && canary > 0)
    reader.problem(
      "canary",
      `is ${canary}, and \`hosts\` has ${hosts}: no host would be left to follow it; write less, or leave it out`,
    );
  if (times.soak > 0 && canary === 0)
    reader.problem("soak", "is set, and `canary` is 0: nothing is watched; write `canary: 1`, or leave it out");
  const batches = readBatches(reader);
  if (times.pause > 0 && hosts > 0 && canary === 0 && batches.length === 1 && hostsOf(batches[0]!, hosts) >= hosts)
    reader.problem(
      "pause",
      "is set, and all hosts are switched at once; write `batches`, such as `1`, or leave it out",
    );
  return { canary, batches, ...times, maxFailures: readMaxFailures(reader) };
}

function readBatches(reader: InputReader): readonly BatchSize[] {
  const words = reader.list("batches").flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
  const sizes = words.flatMap((word) => {
    const size = batchSize(word);
    if (size !== undefined && hostsOf(size, MOST_HOSTS) > 0) return [size];
    reader.problem("batches", `has ${quote(word)}; write numbers or percentages above 0, such as \`1, 25%, 100%\``);
    return [];
  });
  return sizes.length === 0 ? [{ percent: 100 }] : sizes;
}

function readMaxFailures(reader: InputReader): BatchSize {
  const text = reader.string("max-failures");
  const size = text === "" ? { hosts: 0 } : batchSize(text);
  if (size !== undefined && !("percent" in size && size.percent === 100)) return size;
  if (size === undefined) reader.wrong("max-failures", text, "a number or a percentage of hosts, such as `0` or `10%`");
  else reader.problem("max-failures", "is `100%`: a deployment that failed everywhere would pass; write less");
  return { hosts: 0 };
}

/** `3` or `25%`. */
function batchSize(word: string): BatchSize | undefined {
  const [, digits = "", sign] = /^(\d{1,4})(%?)$/.exec(word) ?? [];
  if (digits === "") return undefined;
  const number = Number(digits);
  if (sign === "%") return number <= 100 ? { percent: number } : undefined;
  return number <= MOST_HOSTS ? { hosts: number } : undefined;
}
