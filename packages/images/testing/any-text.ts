import fc from "fast-check";

/** Texts of letters, marks, controls and halves of pairs. fast-check's own `binary` takes seconds to set up. */
export const ANY_TEXT = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
