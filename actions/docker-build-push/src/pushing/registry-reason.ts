import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What a registry refuses, or holds in a wrong form, is part of the report; any other error is ours, and thrown on. */
export function reasonOf(error: unknown): string {
  return ofRegistry(error).message;
}

/** @throws error when it is not a registry's. */
export function ofRegistry(error: unknown): RegistryError | ReportError {
  if (error instanceof RegistryError || error instanceof ReportError) return error;
  throw error;
}
