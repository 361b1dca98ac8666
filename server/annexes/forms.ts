import { extensionOf } from "../values/document-file.ts";
import type { AnnexFault } from "./faults.ts";
import { LIMITS } from "./limits.ts";

/** Forms in which an annex is taken, by the endings of their names. */
const annexForms = ["txt", "md", "docx", "pdf", "xlsx", "csv"] as const;
export type AnnexForm = (typeof annexForms)[number];

export function annexFormOf(name: string): AnnexForm | undefined {
  const extension = extensionOf(name);
  return annexForms.find((form) => form === extension);
}

/** What is wrong with the file as can be seen without reading it. */
export function faultAtSight(name: string, byteCount: number): AnnexFault | undefined {
  if (!annexFormOf(name)) return "annexTypeRefused";
  if (byteCount === 0) return "fileEmpty";
  return byteCount > LIMITS.fileBytes ? "annexTooLarge" : undefined;
}
