import type { Database } from "../../../../db/connection.ts";
import type { Language } from "../../../texts/index.ts";
import { placesOf, TEXT_LIMIT } from "../places.ts";
import { type ActivityChip, chipsOf } from "./chips.ts";
import { digestOf } from "./digest.ts";
import { wordsFor } from "./draft.ts";
import type { ReportFigures } from "./figures.ts";
import { fitted } from "./fitting.ts";
import { type DraftKey, type Material, readMaterial } from "./material.ts";
import { figuresOf } from "./reckoning.ts";
import { blocksFor } from "./writing.ts";

export interface ReportDraft {
  /** A text for every place of the report; empty where nothing can honestly be drafted. */
  texts: Map<string, string>;
  figures: ReportFigures;
  /** By key activity. */
  chips: Map<number, ActivityChip>;
}

export interface DraftOrder extends DraftKey {
  /** The language of the report. */
  language: Language;
  /** How long a field may be; the general limit unless the programme has its own. */
  limit?: number;
}

/**
 * A report as it writes itself from what was logged in its period and since the last report: texts, figures and
 * how each activity stands, all from one reading. @throws NotFound where the project has no such period.
 */
export async function loadReportDraft(db: Database, order: DraftOrder): Promise<ReportDraft> {
  const { language, limit = TEXT_LIMIT, ...key } = order;
  const { material, digest, figures } = await reckoned(db, key);
  const draft = { material, digest, figures, words: wordsFor(language) };
  const places = placesOf({
    activityIds: digest.keys.map(({ id }) => id),
    indicatorIds: material.indicators.map(({ id }) => id),
  });
  const texts = new Map(
    places.map((place) => [place.place, plain(fitted(blocksFor(draft, place), limit))]),
  );
  return { texts, figures, chips: chipsFrom(material, { digest, figures }) };
}

/** The texts alone. */
export async function draftReport(db: Database, order: DraftOrder): Promise<Map<string, string>> {
  return (await loadReportDraft(db, order)).texts;
}

/** The figures alone: what is frozen when the report is submitted. */
export async function reportFigures(db: Database, key: DraftKey): Promise<ReportFigures> {
  return (await reckoned(db, key)).figures;
}

async function reckoned(db: Database, key: DraftKey) {
  const material = await readMaterial(db, key);
  const digest = digestOf(material);
  return { material, digest, figures: figuresOf(material, digest) };
}

function chipsFrom(
  { submitted, previous }: Material,
  { digest, figures }: Pick<Awaited<ReturnType<typeof reckoned>>, "digest" | "figures">,
): Map<number, ActivityChip> {
  return chipsOf(figures, digest, { submitted, previous: previous?.figures ?? null });
}

/** Ordinary blanks: the text is copied into a form that may not know any other. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
