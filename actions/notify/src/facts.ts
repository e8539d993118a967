import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import type { ResultContext } from "@jessy-actions/kit/action/context";

/** All that the decision is made of. */
export interface Facts {
  readonly context: ResultContext;
  readonly run: RunFacts;
  /** Of this message: the same for every attempt to send it. */
  readonly messageId: string;
  /** Why the run has none of the repository's secrets, as a clause. */
  readonly missingSecrets: string | undefined;
  /** What could not be found out, a sentence each. */
  readonly notes: readonly string[];
}
