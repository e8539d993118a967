import { parseReference } from "@jessy-actions/images/reference";
import { UserError } from "@jessy-actions/reading/user-error";
export interface PromotionSource {
  readonly registry?: string;
  readonly repository?: string;
  readonly reference: string;
}
export function readPromotionSource(text: string): PromotionSource {
  if (/^(sha256:[0-9a-f]{64}|[\w][\w.-]{0,127})$/.test(text)) return { reference: text };
  const { registry, repository, tag, digest } = parseReference(text);
  const reference = digest ?? tag;
  if (reference === undefined) throw new UserError(`input \`promote\` names no tag or digest`);
  return { registry, repository, reference };
}
