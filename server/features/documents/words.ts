import type { ListedDocument } from "../../../db/queries/document-list.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { DocumentRights } from "./rules.ts";

type Words = Texts["documents"];

export function categoryWord(category: string, { documents }: Texts): string {
  return documents.categories[category as keyof Words["categories"]] ?? category;
}

/** "PDF", "Word": what people call a kind of file. */
export function typeWord(mediaType: string, { documents }: Texts): string {
  return documents.types[mediaType] ?? mediaType;
}

export function objectWord(objectType: string, { documents }: Texts): string {
  return documents.objects[objectType as keyof Words["objects"]] ?? objectType;
}

/** By its name and what it is: "Milník: Závěrečná zpráva". */
export function objectLabel(
  { objectType, objectLabel: label }: Pick<ListedDocument, "objectType" | "objectLabel">,
  texts: Texts,
): string {
  const kind = objectWord(objectType, texts);
  if (label) return `${kind}: ${label}`;
  return objectType === "event" ? texts.documents.confidentialEvent : kind;
}

const PAGES: Record<string, (projectId: number, objectId: number) => string> = {
  activity: paths.activity,
  milestone: paths.milestone,
  indicator: paths.indicator,
  "log-entry": paths.logEntry,
  event: paths.event,
  campaign: paths.campaign,
  internship: paths.internship,
  participation: paths.participant,
  body: paths.body,
  expenditure: paths.expenditure,
  control: paths.control,
  resolution: paths.resolution,
};

/** The page of what a document hangs on; none where the reader may not go, or nothing is told of it. */
export function objectHref(
  row: Pick<ListedDocument, "objectType" | "objectId" | "objectLabel"> & {
    parentId?: number | null;
  },
  projectId: number,
  { readsPersonalData }: Pick<DocumentRights, "readsPersonalData">,
): string | null {
  const { objectType, objectId } = row;
  if (objectType === "project") return paths.project(projectId);
  if (objectType === "indicator-value")
    return row.parentId ? paths.indicator(projectId, row.parentId) : null;
  if (objectType === "event" && row.objectLabel === null) return null;
  if (objectType === "participation" && !readsPersonalData) return null;
  return PAGES[objectType]?.(projectId, objectId) ?? null;
}
