import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Inputs } from "./deployment-inputs.ts";
import { readWebAddress } from "./read-addresses.ts";

/** GitHub's limit of an environment's name (its REST documentation, "Environments"). */
const MAX_NAME_CHARACTERS = 255;

/** What GitHub is told of the deployment. Without an environment there is nothing to tell. */
export function readRecord(reader: InputReader): Pick<Inputs, "record" | "environment" | "environmentUrl"> {
  const record = reader.enumeration("record", ["auto", "never", "required"], "auto");
  const environment = reader.string("environment");
  const environmentUrl = readWebAddress(reader, "environment-url", "https://api.example.com");
  if ([...environment].length > MAX_NAME_CHARACTERS || /\p{Cc}/u.test(environment))
    reader.wrong(
      "environment",
      environment,
      `one line of at most ${MAX_NAME_CHARACTERS} characters, such as \`production\``,
    );
  if (record === "required" && environment === "")
    reader.problem(
      "environment",
      "is empty, and `record` is `required`; write, for example, `environment: production`",
    );
  if (record === "required" && reader.string("github-token") === "")
    reader.problem("github-token", "is empty, and `record` is `required`; give it one with `deployments: write`");
  return { record, environment, environmentUrl };
}
