import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { notFound, refusal, unprocessable } from "./answer.ts";
import type { PullEnds } from "./commit-routes.ts";
import type { GitRefs } from "./git-refs.ts";
import { categoryOf, SARIF_LIMITS, sarifProblems } from "./sarif-problems.ts";

/** What GitHub says where code scanning is off, by what is off. */
const OFF = {
  "code-security-off": "Code Security must be enabled for this repository to use code scanning.",
  "advanced-security-off": "Advanced Security must be enabled for this repository to use code scanning.",
  "code-scanning-off":
    "Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.",
} as const;

/** A file that GitHub took. */
export interface DeliveredSarif {
  readonly id: string;
  readonly commitSha: string;
  readonly ref: string;
  readonly toolName: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
  readonly log: any;
  readonly errors: readonly string[];
  /** How often it was looked at. */
  looks: number;
}

/** One analysis of a commit: what the page of alerts shows. */
export interface StoredAnalysis {
  readonly commitSha: string;
  readonly ref: string;
  readonly tool: string;
  readonly category: string;
  readonly results: number;
  /** Of `results`, the ones that GitHub kept. */
  readonly kept: number;
}

/** Code scanning of one repository: it takes SARIF files, and processes them later. */
export class CodeScanningService {
  /** Whether the repository may use it. */
  state: "on" | keyof typeof OFF = "on";
  /** Whether CodeQL's default setup is on. */
  defaultSetup = false;
  /** How many looks find an upload pending. */
  pendingLooks = 1;
  readonly deliveries: DeliveredSarif[] = [];
  readonly #analyses = new Map<string, StoredAnalysis>();
  readonly #refs: GitRefs;
  readonly #pullEnds: (number: number) => PullEnds | undefined;

  constructor(refs: GitRefs, pullEnds: (number: number) => PullEnds | undefined) {
    this.#refs = refs;
    this.#pullEnds = pullEnds;
  }

  /** Of one ref, tool and category the last. */
  get analyses(): readonly StoredAnalysis[] {
    return [...this.#analyses.values()];
  }

  deliver(fields: Readonly<Record<string, unknown>>): DeliveredSarif {
    this.#needOn();
    const { commitSha, ref, sarif } = requiredFields(fields);
    this.#checkCommit(commitSha, ref);
    const { tool_name: toolName = "API", checkout_uri: checkoutUri } = fields as Readonly<Record<string, string>>;
    const text = unpacked(sarif);
    const log = parsed(text);
    const errors =
      log === undefined
        ? ["unable to parse the SARIF file"]
        : sarifProblems(log, { checkoutUri, defaultSetup: this.defaultSetup });
    const delivery = { id: randomUUID(), commitSha, ref, toolName, log, errors, looks: 0 };
    this.deliveries.push(delivery);
    return delivery;
  }

  /** How far GitHub is with a file; each look brings it closer. */
  look(id: string): { readonly status: "pending" | "complete" | "failed"; readonly errors: readonly string[] } {
    this.#needOn();
    const delivery = this.deliveries.find((one) => one.id === id);
    if (delivery === undefined) throw notFound();
    if (delivery.looks++ < this.pendingLooks) return { status: "pending", errors: [] };
    if (delivery.errors.length > 0) return { status: "failed", errors: delivery.errors };
    this.#store(delivery);
    return { status: "complete", errors: [] };
  }

  #store({ log, commitSha, ref }: DeliveredSarif): void {
    for (const run of log.runs) {
      const tool: string = run.tool.driver.name;
      const category = categoryOf(run);
      const results: number = run.results.length;
      const kept = Math.min(results, SARIF_LIMITS.resultsKept);
      this.#analyses.set(JSON.stringify([ref, tool, category]), { commitSha, ref, tool, category, results, kept });
    }
  }

  #needOn(): void {
    if (this.state !== "on") throw refusal(403, OFF[this.state]);
  }

  /** What of a ref can be checked: branches and tags only when all commits are registered. */
  #checkCommit(commitSha: string, ref: string): void {
    if (this.#refs.commit(commitSha) === undefined) throw refusal(404, "commit not found");
    const [, number, end] = /^refs\/pull\/(\d+)\/(merge|head)$/.exec(ref) ?? [];
    if (number === undefined) {
      if (this.#refs.onlyRegistered && this.#refs.matching(ref).every((known) => known.ref !== ref))
        throw refusal(404, `ref '${ref}' not found in this repository`);
      return;
    }
    const ends = this.#pullEnds(Number(number));
    if (ends === undefined) throw refusal(404, `ref '${ref}' not found in this repository`);
    const isOneParent = this.#refs.isRegistered(commitSha) && this.#refs.commit(commitSha)!.parents.length < 2;
    if (end === "merge" && (commitSha === ends.headSha || isOneParent))
      throw refusal(400, "ref is a pull request merge but commit_oid is not a merge commit");
  }
}

function requiredFields(fields: Readonly<Record<string, unknown>>): {
  readonly commitSha: string;
  readonly ref: string;
  readonly sarif: string;
} {
  const missing = ["commit_sha", "ref", "sarif"].filter((name) => typeof fields[name] !== "string");
  if (missing.length > 0)
    throw invalidRequest(
      `${missing.map((name) => `"${name}"`).join(", ")} ${missing.length === 1 ? "wasn't" : "weren't"} supplied.`,
    );
  const { commit_sha: commitSha, ref, sarif } = fields as Readonly<Record<"commit_sha" | "ref" | "sarif", string>>;
  if (commitSha.length < 40)
    throw invalidRequest(`At least 40 characters are required; only ${commitSha.length} were supplied.`);
  if (!/^[0-9a-f]+$/.test(commitSha)) throw invalidRequest(`${commitSha} does not match /^[0-9a-f]+$/.`);
  if (!/^refs\/(?:heads|pull|tags)\/.*$/.test(ref))
    throw invalidRequest(`${ref} does not match /^refs\\/(heads|pull|tags)\\/.*$/.`);
  return { commitSha, ref, sarif };
}

const invalidRequest = (problem: string) => unprocessable(`Invalid request.\n\n${problem}`);

/** More than any file that passes the limit is, uncompressed. */
const MAX_TEXT_BYTES = 512_000_000;

function unpacked(sarif: string): string {
  if (sarif.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(sarif))
    throw refusal(400, "the sarif field is not valid base64");
  const bytes = Buffer.from(sarif, "base64");
  if (bytes.length > SARIF_LIMITS.gzipBytes) throw refusal(413, "Payload Too Large");
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_BYTES }).toString();
  } catch {
    throw refusal(400, "the sarif field is not valid gzip");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
