import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";

/** Periods of the project, each with its ZIP. */
export function presentPackages(
  periods: readonly Period[],
  projectId: number,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { packages: words, download } = texts.documents;
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle },
    columns: words.columns,
    rows: periods.map((period) => ({
      title: words.period(period.number),
      days: formats.dateRange(period.startsOn, period.endsOn),
      href: paths.documentPackage(projectId, period.id),
      label: download,
      name: `${download}: ${words.one(period.number)}`,
    })),
    emptyState:
      periods.length > 0
        ? null
        : {
            ...words.empty,
            icon: "calendar-repeat",
            action: { href: paths.periods(projectId), label: texts.periods.title },
          },
  };
}

/** In place of a ZIP that would have nothing in it. */
export function presentEmptyPackage(
  number: number,
  back: { label: string; href: string },
  { texts }: { texts: Texts },
) {
  const { packages: words } = texts.documents;
  return {
    pageHeader: { title: words.one(number) },
    emptyState: { text: words.none, icon: "folder", action: back },
  };
}
