/** The thread's side of kept-thread.ts. */
import { parentPort } from "node:worker_threads";
import { init, runBaseTests, setupEnvironment } from "vitest/worker";

type Run = Parameters<typeof init>[0]["runTests"];
type Listener = (message: unknown) => void;

const port = parentPort!;
let requests: Listener | undefined;
let answers: Listener | undefined;

init({
  post: (message) => port.postMessage(message),
  // The first to listen is Vitest itself; each run brings a listener for what it asks the other side. One is enough.
  on: (listener) => {
    if (requests === undefined) requests = listener;
    else {
      if (answers !== undefined) port.off("message", answers);
      answers = listener;
    }
    port.on("message", listener);
  },
  off: (listener) => port.off("message", listener),
  setup: setupEnvironment,
  runTests: run("run"),
  collectTests: run("collect"),
});

function run(method: "run" | "collect"): Run {
  return (state, traces) => {
    // Which mutant the last run was about must not show while this one loads.
    Reflect.deleteProperty(globalThis, "__stryker__");
    return runBaseTests(method, state, traces);
  };
}
