/**
 * What must never run, whoever asks for it. On 2026-03-19 a stolen token released Trivy 0.69.4 with a program that reads
 * the runner's memory; 0.69.5 and 0.69.6 followed as images (CVE-2026-33634, GHSA-69fq-xp46-6x23; docs/trivy-versions.md).
 */
export const INCIDENT = "CVE-2026-33634";

export const DENIED_VERSIONS: readonly string[] = ["0.69.4", "0.69.5", "0.69.6"];

/** SHA-256 of what was released, and of the programs in it, with what it was. */
export const DENIED_DIGESTS: Readonly<Record<string, string>> = {
  // Archives: the advisory, and those that install-action recorded on that evening.
  "385d498d18a3a7c67878ca7322716f9da25683eb1a4bf9e9592da0d5f2ab09f6": "trivy_0.69.4_Linux-64bit.tar.gz",
  e401ae1e6d2442fa9a0c79dc0f3b0457ecfebf74a9c0a920159c49437f663aef: "trivy_0.69.4_Linux-ARM64.tar.gz",
  "90d61cf37355b89fae9ff84867100e1721c1876007ef1771e465ce5a721141ad": "trivy_0.69.4_macOS-64bit.tar.gz",
  "1dc871b02cd7a1fd80babb1b8762a2fd9cc2b735d4d3759d012626de3ccc7a5b": "trivy_0.69.4_macOS-ARM64.tar.gz",
  "0376b98064636c30f5fbe60fb3b1225516e23e88dd7e909937f81d9265292e7d": "trivy_0.69.4_windows-64bit.zip",
  "52518d441fd6dd25fa5126683a330592d3be80d5ce3fb9e0b1becb806ff4f857": "trivy_0.69.4_Linux-PPC64LE.tar.gz",
  "16c855c398a8b185a907790054b70164358844a893bf9965651b88d6967c7c0a": "trivy_0.69.4_Linux-s390x.tar.gz",
  // Archives: the advisory alone.
  ba04ba6a0c028cde17599c8ddaefdb854055c5a23c595e06630732002ea59a76: "trivy_0.69.4_Linux-32bit.tar.gz",
  f7a9bbfec8add36c548add4d875848b8b57c21fabe236d115f1c49113d12b332: "trivy_0.69.4_Linux-ARM.tar.gz",
  c5b16c42dbd2a1494141cd651a406ec9094d5031a421c0aa624c4d139ae81239: "trivy_0.69.4_FreeBSD-64bit.tar.gz",
  // Programs: the advisory.
  "822dd269ec10459572dfaaefe163dae693c344249a0161953f0d5cdd110bd2a0": "trivy 0.69.4 for Linux x64",
  e64e152afe2c722d750f10259626f357cdea40420c5eedae37969fbf13abbecf: "trivy 0.69.4 for Linux ARM64",
  d5edd791021b966fb6af0ace09319ace7b97d6642363ef27b3d5056ca654a94c: "trivy 0.69.4 for Linux s390x",
  ecce7ae5ffc9f57bb70efd3ea136a2923f701334a8cd47d4fbf01a97fd22859c: "trivy 0.69.4 for Linux PPC64LE",
  // Programs: Wiz's report, for those that the advisory leaves out.
  e6310d8a003d7ac101a6b1cd39ff6c6a88ee454b767c1bdce143e04bc1113243: "trivy 0.69.4 for macOS x64",
  "6328a34b26a63423b555a61f89a6a0525a534e9c88584c815d937910f1ddd538": "trivy 0.69.4 for macOS ARM64",
  "0880819ef821cff918960a39c1c1aada55a5593c61c608ea9215da858a86e349": "trivy 0.69.4 for Windows x64",
  f7084b0229dce605ccc5506b14acd4d954a496da4b6134a294844ca8d601970d: "trivy 0.69.4 for Linux x86",
  bef7e2c5a92c4fa4af17791efc1e46311c0f304796f1172fce192f5efc40f5d7: "trivy 0.69.4 for Linux ARM",
  "887e1f5b5b50162a60bd03b66269e0ae545d0aef0583c1c5b00972152ad7e073": "trivy 0.69.4 for FreeBSD x64",
};

/** Whether a version must never run, as half a sentence that says why. Pure. */
export function deniedVersion(version: string): string | undefined {
  return DENIED_VERSIONS.includes(version)
    ? `Trivy ${version} is malicious (${INCIDENT}) and is never used`
    : undefined;
}
