import type {
  RefusalReason,
  RejectionReason,
  SarifDelivery,
  SkipReason,
} from "@jessy-actions/kit/github/sarif-delivery";

const ELSEWHERE = "The job summary has the same findings.";

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  fork: "GitHub takes no analysis from a fork's token, which may only read",
  "merge-queue": "GitHub does not keep analyses of a merge queue's branch; the push to its base uploads the next one",
  "other-commit":
    "another commit is checked out than the event is about, and its alerts would appear on the wrong branch",
  incomplete: "no target was scanned completely, and a partial analysis would close alerts that still stand",
};

const REFUSED: Readonly<Record<RefusalReason, string>> = {
  "code-security-off":
    "GitHub Code Security is off in this repository. An administrator can turn it on under Settings → Advanced Security; private repositories need a licence. `upload: never` ends this line",
  "not-accessible": "the token may not, or there is none. Give the job `permissions: security-events: write`",
  "not-found": "GitHub does not know this repository, commit or ref by this token",
  "too-large": "the file is too large",
  invalid: "GitHub refused the request",
  unavailable: "GitHub did not answer",
};

const REJECTED: Readonly<Record<RejectionReason, string>> = {
  limits: "it is above one of GitHub's limits",
  "duplicate-category": "another analysis of this commit has the same category. Give each step its own `category`",
  "default-setup": "the default setup of code scanning is on, which refuses it",
  invalid: "GitHub finds it invalid",
};

/** Reasons that GitHub's own words explain better than ours. */
const QUOTED: readonly RefusalReason[] = ["not-found", "too-large", "invalid", "unavailable"];

/** What became of the SARIF file: what is missing, and what to do. GitHub's words are plain text. */
export function deliverySentence(upload: SarifDelivery): string {
  switch (upload.outcome) {
    case "processed":
      return "GitHub code scanning has this analysis.";
    case "unconfirmed":
      return `GitHub code scanning took the analysis, but did not confirm it: ${plain(upload.message)}.`;
    case "skipped":
      return `Not sent to GitHub code scanning: ${SKIPPED[upload.reason]}. ${ELSEWHERE}`;
    case "refused": {
      const words = QUOTED.includes(upload.reason) ? ` (${plain(upload.message)})` : "";
      return `Not in GitHub code scanning: ${REFUSED[upload.reason]}${words}. ${ELSEWHERE}`;
    }
    case "rejected": {
      const words = upload.errors.length === 0 ? "" : ` (${plain(upload.errors[0]!)})`;
      return `GitHub code scanning did not process the analysis: ${REJECTED[upload.reason]}${words}. ${ELSEWHERE}`;
    }
  }
}

/** UTF-16 units of what GitHub says. */
const WORDS_MAX = 300;

/** Backticks would be read as ours. */
const plain = (text: string): string =>
  text
    .replaceAll("`", "'")
    .replace(/\.\s*$/, "")
    .slice(0, WORDS_MAX)
    .toWellFormed();
