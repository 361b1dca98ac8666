import type { AnsweredFor } from "../../../../db/queries/card-requests.ts";
import type { Statement } from "../../../../db/queries/card-statements.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import { presentPlanHeader } from "../../plans/header.ts";
import { dayOfAsking, isCarriedOut, yearsToSpeakOf } from "../rules.ts";
import { statementPill, type Wording } from "../words.ts";

export interface OverviewFacts {
  plan: Plan;
  year: number;
  cards: readonly AnsweredFor[];
  statements: ReadonlyMap<number, Statement>;
}

interface Shown {
  onlyMissing: boolean;
  canEdit: boolean;
}

/** Who has spoken of which card for a year, and who has not. */
export function presentOverview(facts: OverviewFacts, shown: Shown, wording: Wording) {
  const { texts } = wording;
  const { overview } = texts.cardStatements;
  const { plan, cards } = facts;
  const missing = cards.filter((card) => isMissing(card, facts));
  const rows = shown.onlyMissing ? missing : cards;
  return {
    pageHeader: presentPlanHeader(plan, { current: "statements", canEdit: shown.canEdit }, wording),
    title: texts.cardStatements.ofYear(String(facts.year)),
    lead: leadOf(facts, wording),
    filterBar: cards.length > 0 ? presentFilter(facts, shown, wording) : null,
    tiles: cards.length > 0 ? presentTiles(facts, missing.length, wording) : [],
    columns: overview.columns,
    table: overview.table,
    rows: rows.map((card) => presentRow(card, facts, shown, wording)),
    emptyState: {
      text: cards.length === 0 ? overview.empty : overview.nothingMissing,
      icon: cards.length === 0 ? "file-text" : "check",
    },
  };
}

/** Awaited since the plan asked: before that nobody owes anything. */
function isMissing(card: AnsweredFor, { year, statements }: OverviewFacts): boolean {
  return !statements.has(card.id) && isCarriedOut(card, year);
}

function leadOf({ plan, year }: OverviewFacts, { texts, formats, today }: Wording): string {
  const { overview } = texts.cardStatements;
  if (plan.state !== "in-force") return overview.leadNotAsked;
  const day = dayOfAsking(plan, year);
  return (day <= today ? overview.lead : overview.leadAhead)(formats.date(day));
}

function presentFilter({ plan, year }: OverviewFacts, { onlyMissing }: Shown, wording: Wording) {
  const { overview } = wording.texts.cardStatements;
  const select = (name: string, label: string, options: { value: string; label: string }[]) => ({
    ...{ type: "select" as const, name, label, options, isAutosubmit: true },
  });
  const years = yearsToSpeakOf(plan, wording.today).map(String);
  return {
    action: paths.planStatements(plan.id),
    fields: [
      {
        ...select(
          "year",
          overview.year,
          years.map((value) => ({ value, label: value })),
        ),
        value: String(year),
      },
      {
        ...select("view", overview.show, [
          { value: "", label: overview.all },
          { value: "missing", label: overview.onlyMissing },
        ]),
        value: onlyMissing ? "missing" : "",
      },
    ],
    chips: [],
  };
}

function presentTiles({ cards, year, statements }: OverviewFacts, missing: number, w: Wording) {
  const { overview } = w.texts.cardStatements;
  const { formats } = w;
  const inYear = cards.filter((card) => isCarriedOut(card, year) || statements.has(card.id)).length;
  const given = inYear - missing;
  const nobody = cards.filter(({ ownerName }) => ownerName === null).length;
  const percent = inYear === 0 ? 0 : Math.floor((100 * given) / inYear);
  return [
    {
      label: overview.given,
      value: overview.partOf(formats.number(given), formats.number(inYear)),
      icon: "message",
      ...(inYear > 0 ? { bar: { percent } } : {}),
    },
    { label: overview.missing, value: formats.number(missing), icon: "clock" },
    { label: overview.withoutOwner, value: formats.number(nobody), icon: "user-x" },
  ];
}

function presentRow(card: AnsweredFor, facts: OverviewFacts, shown: Shown, wording: Wording) {
  const { texts, formats } = wording;
  const { overview } = texts.cardStatements;
  const { plan, year, statements } = facts;
  const statement = statements.get(card.id);
  const missing = isCarriedOut(card, year)
    ? isAsked(facts, wording)
      ? overview.notGiven
      : overview.notYet
    : overview.outsideYear;
  return {
    href: paths.card(plan.id, card.id),
    number: card.number,
    name: card.name,
    owner: ownerOf(card, wording),
    pill: statement ? statementPill(statement.state, texts) : null,
    missing,
    isLate: missing === overview.notGiven,
    year: statement ? { href: paths.statement(plan.id, card.id, year) } : null,
    when: statement ? formats.dateTime(statement.recordedAt) : null,
    write:
      shown.canEdit && !statement && plan.archivedAt === null && isCarriedOut(card, year)
        ? { href: paths.editStatement(plan.id, card.id, year), label: overview.write }
        : null,
  };
}

function isAsked({ plan, year }: OverviewFacts, { today }: Wording): boolean {
  return plan.state === "in-force" && dayOfAsking(plan, year) <= today;
}

function ownerOf(card: AnsweredFor, { texts }: Wording) {
  const { overview } = texts.cardStatements;
  if (card.ownerName === null) return { name: overview.noOwner, note: null, isMissing: true };
  if (card.hasLeft) return { name: card.ownerName, note: overview.left, isMissing: true };
  const note = card.ownerContactId === null ? null : overview.contact;
  return { name: card.ownerName, note, isMissing: false };
}
