import { type CodeOrigin, codeOrigin } from "@jessy-actions/kit/runner/code-origin";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Inputs } from "../inputs.ts";
import { imageWish } from "./push-wish.ts";

/** What a run pushes, and why not. For `promote` and `merge` as well, which set tags. */
export interface PushDecision {
  /** Whether any image is pushed. */
  readonly pushes: boolean;
  /** The same of each image, in the order of `targets`. */
  readonly images: readonly boolean[];
  /** Said in the report when something is not pushed. */
  readonly note?: string;
}

type Asked = Pick<Inputs, "push" | "dryRun" | "mode" | "targets">;

/**
 * A pull request from a fork never pushes, whatever is asked: it has no secrets, and what it builds is nobody's. With
 * `auto`, nothing pushes that is not merged or may be somebody else's code.
 *
 * @param missing why this run cannot log in, as a clause: then it does not push either.
 */
export function decidePush(
  { push, dryRun, mode, targets }: Asked,
  event: Pick<ActionEvent, "name" | "payload">,
  missing?: string,
): PushDecision {
  if (mode === "verify") return { pushes: false, images: targets.map(() => false) };
  const origin = codeOrigin(event);
  const reasons = targets.map((target) => {
    // Outputs are of builds alone.
    const { wish, reason } = mode === "build" ? imageWish(push, target) : { wish: push, reason: "`push` is `false`" };
    if (wish === "never") return reason;
    if (origin === "fork") return "the pull request is from a fork, which has no secrets";
    if (missing !== undefined) return missing;
    return wish === "auto" ? unmerged(origin, event.name) : undefined;
  });
  const images = reasons.map((reason) => reason === undefined);
  const pushes = images.includes(true);
  const note = noteOf(targets, reasons) ?? (dryRun ? "A dry run: nothing is built or pushed." : undefined);
  return { pushes, images, ...(note !== undefined && { note }) };
}

/** Why an event does not push by itself. */
function unmerged(origin: CodeOrigin, event: string): string | undefined {
  if (origin === "repository") return undefined;
  const words =
    origin === "perhaps foreign"
      ? `the event is \`${event}\` after a pull request, whose code may be what is built`
      : `the event is \`${event}\``;
  return `${words}. Write \`push: true\` to push it all the same`;
}

function noteOf(targets: Asked["targets"], reasons: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(reasons)];
  const [only] = given;
  if (given.length === 1) return only === undefined ? undefined : `Nothing is pushed: ${only}.`;
  return given
    .flatMap((reason) => {
      if (reason === undefined) return [];
      const names = targets.filter((_, at) => reasons[at] === reason).map(({ name }) => `\`${name}\``);
      return [`Not pushed (${names.join(", ")}): ${reason}.`];
    })
    .join(" ");
}
