import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { decodeBase64 } from "../base64.ts";
import { type Annotations, readAnnotations } from "./annotations.ts";
import { type Digest, digestOf, hasDigest, readDigest } from "./digest.ts";
import { type Platform, readPlatform } from "./image-platform.ts";

/** Points at a document or blob of a registry (OCI image spec, descriptor.md). The size is in bytes. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly urls?: readonly string[];
  readonly annotations?: Annotations;
  /** The bytes themselves, in base64. */
  readonly data?: string;
  readonly platform?: Platform;
  readonly artifactType?: string;
}

/** No layer is larger; a sum over all layers of an image stays exact. */
export const MAX_BLOB_BYTES = 2 ** 40;
const MAX_URLS = 100;
const MAX_URL_CHARACTERS = 4096;

/** RFC 6838, section 4.2. */
const MEDIA_TYPE = /^[A-Za-z0-9][\w!#$&^.+-]{0,126}\/[A-Za-z0-9][\w!#$&^.+-]{0,126}$/;

/** @throws ReportError */
export function readDescriptor(value: JsonValue): Descriptor {
  if (!value.isObject) throw value.not("a descriptor");
  const [urls, annotations, data] = [value.get("urls"), value.get("annotations"), value.get("data")];
  const [platform, artifactType] = [value.get("platform"), value.get("artifactType")];
  const descriptor: Descriptor = {
    mediaType: readMediaType(value.get("mediaType")),
    digest: readDigest(value.get("digest")),
    size: readSize(value.get("size")),
    ...(urls.isMissing ? {} : { urls: readUrls(urls) }),
    ...(annotations.isMissing ? {} : { annotations: readAnnotations(annotations) }),
    ...(data.isMissing ? {} : { data: data.text() }),
    ...(platform.isMissing ? {} : { platform: readPlatform(platform) }),
    ...(artifactType.isMissing || artifactType.raw === "" ? {} : { artifactType: readMediaType(artifactType) }),
  };
  if (descriptor.data !== undefined) checkData(data, descriptor, descriptor.data);
  return descriptor;
}

export function readMediaType(value: JsonValue): string {
  const text = value.text();
  if (!MEDIA_TYPE.test(text)) throw value.not("a media type");
  return text;
}

function readSize(value: JsonValue): number {
  const size = value.number();
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_BLOB_BYTES) {
    throw value.not(`a size in bytes from 0 to ${MAX_BLOB_BYTES}`);
  }
  return size;
}

function readUrls(value: JsonValue): readonly string[] {
  if (value.list().length > MAX_URLS) throw value.not(`a list of at most ${MAX_URLS} addresses`);
  return [...value.items()].map((item) => {
    if (item.text().length > MAX_URL_CHARACTERS)
      throw item.not(`an address of at most ${MAX_URL_CHARACTERS} characters`);
    return item.text();
  });
}

/** Bytes that a descriptor carries itself must be those that it points at, or two readers see two contents. */
function checkData(value: JsonValue, descriptor: Descriptor, data: string): void {
  const bytes = decodeBase64(data);
  if (bytes === undefined) throw value.not("valid base64");
  if (bytes.length !== descriptor.size || !hasDigest(bytes, descriptor.digest)) {
    throw value.not("the bytes that the size and digest beside it state");
  }
}

/** The descriptor of bytes that we made ourselves. */
export function descriptorOf(mediaType: string, bytes: Uint8Array): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length };
}

/** @throws ReportError unless the bytes are those that the descriptor points at. */
export function checkBytes({ digest, size }: Pick<Descriptor, "digest" | "size">, bytes: Uint8Array): void {
  if (bytes.length !== size)
    throw new ReportError(`${digest} has ${bytes.length} bytes and not ${size} as its descriptor states`);
  if (!hasDigest(bytes, digest)) {
    throw new ReportError(`what stands under ${digest} is ${digestOf(bytes)}: it was changed or damaged on the way`);
  }
}
