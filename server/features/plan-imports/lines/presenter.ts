import type { PlanImport } from "../../../../db/queries/plan-imports.ts";
import { paths } from "../../../paths.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../../plans/words.ts";
import type { AccountedLine } from "../recognition/rules.ts";
import { contentOf, type ReviewedCard } from "../rules.ts";
import { type LineFilter, lineFilters, shownLines, shownText } from "./rules.ts";

interface LinePage {
  found: PlanImport;
  lines: readonly AccountedLine[];
  cards: readonly ReviewedCard[];
  filter: LineFilter;
  page: number;
}

const LINES_SHOWN = 200;

const TONES = { field: "green", heading: "blue", noise: "grey", unrecognised: "red" } as const;

export function presentLines(given: LinePage, { texts, formats }: Wording) {
  const { found, lines, cards, filter, page } = given;
  const { planImports: words } = texts;
  const address = paths.planImportLines(found.planId, found.id);
  const shown = shownLines(lines, filter);
  const from = (page - 1) * LINES_SHOWN;
  const rows = shown.slice(from, from + LINES_SHOWN);
  const numbers = new Map(cards.map((card) => [card.ordinal, contentOf(card).number]));
  const summary = words.lines.summary(
    formats.number(Math.min(from + 1, shown.length)),
    formats.number(from + rows.length),
    formats.number(shown.length),
  );
  return {
    pageHeader: { title: words.lines.title, subtitle: words.lines.lead },
    labels: words.lines,
    hasPages: lines.some((line) => line.page !== null),
    tabs: lineFilters
      .map((one) => ({ one, count: shownLines(lines, one).length }))
      .filter(({ one, count }) => count > 0 || one === filter)
      .map(({ one, count }) => ({
        href: withQuery(address, { fate: one }),
        label: words.lines.filters[one],
        count: formats.number(count),
        isCurrent: one === filter,
      })),
    rows: rows.map((line) => presentLine(line, { found, numbers }, { texts, formats })),
    pagination: presentPagination({
      ...{ page, total: shown.length, size: LINES_SHOWN, summary },
      href: (number) => withQuery(address, { fate: filter, page: number }),
    }),
  };
}

function presentLine(
  line: AccountedLine,
  { found, numbers }: { found: PlanImport; numbers: ReadonlyMap<number, string> },
  { texts, formats }: Pick<Wording, "texts" | "formats">,
) {
  const { planImports: words } = texts;
  const { text, clippedAt } = shownText(line.text);
  const number = line.card === undefined ? undefined : numbers.get(line.card);
  const reason = line.reason === undefined ? null : (words.reasons[line.reason] ?? null);
  return {
    number: formats.number(line.number),
    page: line.page === null ? "" : formats.number(line.page),
    text,
    clipped: clippedAt === null ? null : words.card.clipped(formats.number(clippedAt)),
    field: line.field ?? null,
    pill: { tone: TONES[line.fate], label: words.fates[line.fate] },
    note: line.field ? words.fieldNames[line.field] : reason,
    card:
      line.card === undefined || number === undefined
        ? null
        : {
            href: paths.importedCard(found.planId, found.id, line.card),
            label: words.lines.cardOf(number || words.card.noNumber),
          },
  };
}
