import { run } from "./index.js";
await run("trivy-scan", "main");
