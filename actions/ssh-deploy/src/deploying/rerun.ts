import { counted } from "@jessy-actions/kit/report/quantity";
import type { Result } from "../result.ts";
import { isUntouched } from "./headline.ts";

const HEALS =
  "Another run brings every host that answers to the release that it deploys. If it fails, each goes back to the last release that was good there.";

/** What another run of the same commit would do, a sentence. */
export function rerunOf({ outcome, mode, hosts, lock }: Result): string {
  switch (outcome) {
    case "deployed":
    case "unchanged":
      return mode === "command"
        ? "Another run runs the switch on every host again."
        : "Another run of this commit changes nothing.";
    case "rolled-back":
      return `Another run deploys to ${hosts.length === 1 ? "the host" : `all ${counted(hosts.length, "host")}`} again.`;
    case "refused":
      return lock.state === "held-by-other"
        ? "Another run deploys once that deployment has ended: the lock of a run that has ended is taken over."
        : "Another run does the same, once this is mended.";
    case "failed":
      if (isUntouched({ hosts })) return "Another run asks the gates again, and changes nothing else.";
      return HEALS;
    default:
      return HEALS;
  }
}
