import type { FieldErrors } from "../../errors.ts";

/** Records that a paper may hang on. */
export const documentObjects = [
  "project",
  "activity",
  "milestone",
  "indicator",
  "indicator-value",
  "log-entry",
  "event",
  "campaign",
  "internship",
  "participation",
  "body",
  "expenditure",
  "control",
  "resolution",
] as const;

export type DocumentObject = (typeof documentObjects)[number];

export const documentCategories = [
  "agreement",
  "report",
  "minutes",
  "attendance-sheet",
  "participant-card",
  "certificate",
  "output",
  "publicity",
  "accounting",
  "correspondence",
  "other",
] as const;

interface Protection {
  isPersonal: boolean;
  isSignedOriginal: boolean;
}

/** What the reader holds in the project at hand. */
export interface DocumentRights {
  readsPersonalData: boolean;
  readsSignedSheets: boolean;
}

/** Whoever opens it is written down. */
export function isProtected({ isPersonal, isSignedOriginal }: Protection): boolean {
  return isPersonal || isSignedOriginal;
}

/** Signed originals carry names and signatures; an auditor reads them, other personal papers not. */
export function canOpen(document: Protection, rights: DocumentRights): boolean {
  if (!isProtected(document) || rights.readsPersonalData) return true;
  return document.isSignedOriginal && rights.readsSignedSheets;
}

/** The title of a personal paper may name the person. */
export function showsTitle(document: Protection, rights: DocumentRights): boolean {
  return !document.isPersonal || canOpen(document, rights);
}

/** Papers of a person are personal whether anybody ticks it or not. */
export function isAlwaysPersonal(objectType: string): boolean {
  return objectType === "participation";
}

export const REMOVED_AFTER_DAYS = 30;

export function quotaFaults(use: { stored: number; added: number; most: number }): FieldErrors {
  return use.stored + use.added > use.most ? { file: "projectFilesFull" } : {};
}
