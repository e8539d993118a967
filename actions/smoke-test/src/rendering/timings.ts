import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { AnswerResult, CheckResult, Result } from "../result.ts";
import { time } from "../wording/time.ts";

const COLUMNS = [
  { header: "Check" },
  { header: "Address" },
  { header: "Status", align: "right" },
  { header: "Name", align: "right" },
  { header: "Connected", align: "right" },
  { header: "TLS", align: "right" },
  { header: "First byte", align: "right" },
  { header: "End", align: "right" },
  { header: "All rounds", align: "right" },
  { header: "Certificate", align: "right" },
] as const;

/** The last answers by address, with the time of each phase since the start of the request. Pure. */
export function timings({ checks }: Result): Block[] {
  const rows = checks.flatMap((check) => check.last.map((answer) => row(check, answer)));
  if (rows.length === 0) return [];
  return [
    {
      kind: "details",
      summary: [{ strong: "Timing" }, " of the last round, since the start of each request"],
      blocks: [{ kind: "table", columns: COLUMNS, rows, noun: "answers", weight: 2 }],
    },
  ];
}

function row({ name, latency }: CheckResult, { address, status, timing, tlsDays }: AnswerResult): Line[] {
  const { lookup, connect, tls, firstByte, total } = timing;
  return [
    { code: name },
    address === null ? "" : { code: address },
    status === null ? "none" : String(status),
    ...[lookup, connect, tls, firstByte, total].map((at) => (at === null ? "" : time(at))),
    latency === null ? "" : `${time(latency.min)} – ${time(latency.max)}`,
    tlsDays === null ? "" : `${tlsDays} days`,
  ];
}
