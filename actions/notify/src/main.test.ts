import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { notify } from "./main.ts";

test("action.yml declares exactly the inputs that are read", async () => {
  expect(await askedInputs(notify.readInputs)).toEqual(declaredInputs(fileURLToPath(new URL("..", import.meta.url))));
});
