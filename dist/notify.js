import { run } from "./index.js";
await run("notify", "main");
