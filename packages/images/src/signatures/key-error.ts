import { UserError } from "@jessy-actions/reading/user-error";

/**
 * Why a key cannot be used:
 * - `missing`: the text is empty;
 * - `not-a-key`: it is no PEM, or PEM of something else;
 * - `password-missing`, `wrong-password`: it is encrypted;
 * - `damaged`: it is a key, and its content cannot be read;
 * - `too-costly`: decrypting it would take more memory or time than any tool asks for;
 * - `unsupported`: a kind of key that cosign does not verify.
 */
export type KeyFault =
  | "missing"
  | "not-a-key"
  | "password-missing"
  | "wrong-password"
  | "damaged"
  | "too-costly"
  | "unsupported";

/** A key that cannot be used. The message never quotes the key. */
export class KeyError extends UserError {
  readonly fault: KeyFault;

  constructor(fault: KeyFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
