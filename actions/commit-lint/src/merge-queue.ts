/** The pull request and the base branch that a ref of GitHub's merge queue is named after. */
export interface QueueRef {
  readonly base: string;
  readonly pullRequest: number;
}

/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base's name may hold slashes, and even look like the end. */
export function parseQueueRef(ref: string): QueueRef | undefined {
  const match = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-(?:[0-9a-f]{40}|[0-9a-f]{64})$/.exec(ref);
  return match === null ? undefined : { base: match[1]!, pullRequest: Number(match[2]) };
}

/** The pull request that a commit says it brings, as GitHub's merges and squashes do. Anybody can write so. */
export function namedPullRequest(message: string): number | undefined {
  const header = firstLine(message);
  const number = /^Merge pull request #([1-9]\d{0,9}) from /.exec(header)?.[1] ?? SUFFIX.exec(header)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A squash's message without the ` (#12)` that GitHub appends to the title: its author cannot make it shorter. */
export function withoutPullRequestNumber(message: string, numbers: ReadonlySet<number>): string {
  const header = firstLine(message);
  const match = SUFFIX.exec(header);
  if (match === null || !numbers.has(Number(match[1]))) return message;
  return header.slice(0, match.index) + message.slice(header.length);
}

const SUFFIX = / \(#([1-9]\d{0,9})\)$/;

function firstLine(message: string): string {
  return message.split(/\r?\n/, 1)[0]!;
}
