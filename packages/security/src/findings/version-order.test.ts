import { expect, test } from "vitest";
import { compareVersionTexts } from "./version-order.ts";

test.each([
  [["0.2.0", "0.2.23", "0.9.0", "0.10.0", "1.0.0-alpha", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.0.0+b", "1.0.1"]],
  [["1.2", "1.2.0", "1.2.3"]],
  [["1.0rc1", "1.0", "1.0.1", "01.1"]],
  [["2.36~rc1", "2.36", "2.36.9"]],
  [["18446744073709551615", "18446744073709551616"]],
])("%j", (versions) => {
  expect(versions.toReversed().sort(compareVersionTexts)).toEqual(versions);
});
