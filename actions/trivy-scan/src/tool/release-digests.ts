import type { Platform } from "./release-platform.ts";

/**
 * SHA-256 of Trivy's release archives, the newest version first. A digest comes in when a person has reviewed it, at
 * least a week after the release, and two sources that do not copy from each other have it: docs/trivy-versions.md has
 * the procedure, the sources and the reasons. What is missing in a row has one source alone.
 */
export const RELEASE_DIGESTS: Readonly<Record<string, Readonly<Partial<Record<Platform, string>>>>> = {
  "0.74.0": {
    "linux-x64": "2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a",
    "linux-arm64": "b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5",
    "macos-x64": "472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485",
    "macos-arm64": "1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11",
    "windows-x64": "94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842",
  },
  "0.73.0": {
    "linux-x64": "2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b",
    "linux-arm64": "13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd",
    "macos-x64": "d39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51",
    "macos-arm64": "80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683",
    "windows-x64": "d2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025",
  },
  "0.72.0": {
    "linux-x64": "bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea",
    "linux-arm64": "2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467",
    "macos-x64": "ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08",
    "macos-arm64": "88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016",
    "windows-x64": "ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3",
  },
  "0.71.2": {
    "linux-x64": "0510e71e2fd39bf863856d499c8dc19feb4e7336546394c502a8f5cc7ab27460",
    "linux-arm64": "fe1c7106e15a5365d485b098a8c338f91e3b7ba71cb0e4963b98a3a098763cfc",
    "macos-x64": "c27bcf4ddd281aecb7267eb5df804ec49ac0f8fa23fe018d33932e17f30a38bf",
    "macos-arm64": "a9f585cad53542a54ef286b5fa4199d081e5a061f8894635bdf3ce2608ece7a9",
  },
  "0.71.1": {
    "linux-x64": "3cbae37cd440cd8676e5ce9207fe460b5641c7579a17e9d00f8894928c41a88d",
    "linux-arm64": "a7daaee66817d67a4963e8f9ddf15f5238ee021b55d3cd8695b1b7801afd34a7",
  },
  "0.71.0": {
    "linux-x64": "30a3d22b23f88c233f1658f562fb477cae3b3e8b4761109d515b7698daf85814",
    "linux-arm64": "2561be394a3199c911f82fced606cbc05e1cb23eb6ce1da6935540adb76f4252",
    "macos-x64": "4558afb13d017615ca85011901caab78b4f09196e320b05a56c9fdc5615a1428",
    "macos-arm64": "95d4e896b120816edd0995a2df8adca26a8621b7bf62036a89b1d54a7b718a74",
    "windows-x64": "382250158fb9431ff9b87904205027b066a544234b8952b2dd764bd712d55387",
  },
  "0.70.0": {
    "linux-x64": "8b4376d5d6befe5c24d503f10ff136d9e0c49f9127a4279fd110b727929a5aa9",
    "linux-arm64": "2f6bb988b553a1bbac6bdd1ce890f5e412439564e17522b88a4541b4f364fc8d",
    "macos-x64": "52d531452b19e7593da29366007d02a810e1e0080d02f9cf6a1afb46c35aaa93",
    "macos-arm64": "68e543c51dcc96e1c344053a4fde9660cf602c25565d9f09dc17dd41e13b838a",
    "windows-x64": "eea5442eab86f9e26cd718d7618d43899e72a83767619e8bee47911bddbfb825",
  },
  "0.69.3": {
    "linux-x64": "1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75",
    "linux-arm64": "7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd",
    "macos-x64": "fec4a9f7569b624dd9d044fca019e5da69e032700edbb1d7318972c448ec2f4e",
    "macos-arm64": "a2f2179afd4f8bb265ca3c7aefb56a666bc4a9a411663bc0f22c3549fbc643a5",
    "windows-x64": "74362dc711383255308230ecbeb587eb1e4e83a8d332be5b0259afac6e0c2224",
  },
  "0.69.2": {
    "linux-x64": "affa59a1e37d86e4b8ab2cd02f0ab2e63d22f1bf9cf6a7aa326c884e25e26ce3",
    "linux-arm64": "c73b97699c317b0d25532b3f188564b4e29d13d5472ce6f8eb078082546a6481",
    "macos-x64": "41f6eac3ebe3a00448a16f08038b55ce769fe2d5128cb0d64bdf282cdad4831a",
    "macos-arm64": "320c0e6af90b5733b9326da0834240e944c6f44091e50019abdf584237ff4d0c",
  },
};
