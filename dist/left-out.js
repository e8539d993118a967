export function ProxyAgent() {
  throw new Error("undici is left out of this bundle (scripts/left-out.ts)");
}
export default function () {
  throw new Error("./crc64.js is left out of this bundle (scripts/left-out.ts)");
}
