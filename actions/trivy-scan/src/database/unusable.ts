/**
 * A repository that gives no database, or a database that must not be used. The message is half a sentence without the
 * name of either.
 */
export class Unusable extends Error {
  override readonly name = "Unusable";
  /** It is too old, and a newer one may come. False: what is there is wrong, and stays so. */
  readonly isBehind: boolean;

  constructor(message: string, { isBehind = false }: { readonly isBehind?: boolean } = {}) {
    super(message);
    this.isBehind = isBehind;
  }
}
