import { ReportError } from "@jessy-actions/reading/report-error";
import { shown } from "../shown.ts";

const MAX_URL_CHARACTERS = 2000;

/**
 * The address that a check asks, without its fragment.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function readAddress(written: string): string {
  const example = "write, for example, `https://staging.example.com/health`";
  if (written.length > MAX_URL_CHARACTERS) throw new ReportError(`has more than ${MAX_URL_CHARACTERS} characters`);
  const redacted = shown(written.replace(/\/\/[^/@]*@/, "//***@"));
  if (/[\s\p{Cc}]/u.test(written)) throw new ReportError(`is ${redacted}, which has a blank in it; ${example}`);
  // An empty variable makes `https:///health`, which URL reads as the host `health`.
  if (!/^https?:\/\/[^/?#]/i.test(written))
    throw new ReportError(
      /^https?:/i.test(written)
        ? `is ${redacted}, which has no host; is a variable empty? ${example}`
        : `is ${redacted}; ${example}`,
    );
  if (!URL.canParse(written)) throw new ReportError(`is ${redacted}, which is not an address; ${example}`);
  const url = new URL(written);
  if (url.username !== "" || url.password !== "")
    throw new ReportError("has a user name or password in it; write an `Authorization` header with `${NAME}` instead");
  url.hash = "";
  return url.href;
}
