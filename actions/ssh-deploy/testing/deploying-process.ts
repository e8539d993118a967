import { readFileSync, writeFileSync } from "node:fs";
import { createIo } from "@jessy-actions/kit/action/io";
import { whileCancellable } from "@jessy-actions/kit/process/cancel";
import { createLog } from "@jessy-actions/kit/runner/log";
import { openRemote } from "../src/connecting/open-remote.ts";
import { execute } from "../src/execute.ts";
import type { Inputs } from "../src/inputs.ts";
import { lockId } from "../src/locking/lock-owner.ts";
import type { Result } from "../src/result.ts";

/** The main phase from its plan on, as a process that can be cancelled and killed. Its argument names a file of what it gets. */
const { inputs, plan } = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as {
  readonly inputs: Inputs;
  readonly plan: Result;
};
const io = createIo("ssh-deploy", inputs, process.env, createLog());
await whileCancellable(async () => {
  await openRemote(inputs, io, lockId(io.environment));
  const result = await execute(plan, inputs, io);
  writeFileSync(`${process.argv[2]}.result`, JSON.stringify(result));
});
