/** One line of a list of sizes: bytes, bytes when gzipped, and of what. */
export function sizeLine(bytes: number, compressed: number, what: string): string {
  return `${kilobytes(bytes)} ${kilobytes(compressed)} gz  ${what}\n`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}
