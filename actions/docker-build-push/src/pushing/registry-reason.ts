import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What a registry refuses, or holds in a wrong form, is part of the report; any other error is ours, and thrown on. */
export function reasonOf(error: unknown): string {
  if (error instanceof RegistryError || error instanceof ReportError) return error.message;
  throw error;
}
