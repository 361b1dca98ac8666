import type { ExpenditureLine } from "../../../../db/queries/expenditure-list.ts";
import { paths } from "../../../paths.ts";
import type { Halere } from "../../../values/money.ts";
import { withQuery } from "../../../web/query-string.ts";
import { restOf } from "../rules.ts";
import {
  codeOfActivity,
  isHidden,
  occasionOf,
  type Reader,
  statePill,
  type Wording,
} from "../words.ts";

interface Fact {
  term: string;
  text?: string;
  href?: string;
  note?: string;
  isMissing?: boolean;
  pill?: ReturnType<typeof statePill>;
}

/** What the document says and where it belongs, as `views/partials/definition-list.ejs` prints it. */
export function presentFacts(line: ExpenditureLine, wording: Wording, reader: Reader): Fact[] {
  const { texts } = wording;
  const { fields, kinds } = texts.expenditures;
  const document = isHidden(line, reader) ? [] : documentFacts(line, wording);
  return [
    { term: fields.state, pill: statePill(line, texts) },
    { term: fields.kind, text: kinds[line.kind] },
    ...document,
    ...dayFacts(line, wording),
    ...placeFacts(line, wording, reader),
    ...(isHidden(line, reader) ? [] : contractFacts(line, wording)),
  ];
}

function documentFacts(line: ExpenditureLine, { texts }: Wording): Fact[] {
  const { fields, show } = texts.expenditures;
  const { documentNumber, supplierName, supplierIco } = line;
  const supplier = supplierName ?? (supplierIco === null ? null : show.ico(supplierIco));
  const note = supplierName !== null && supplierIco !== null ? { note: show.ico(supplierIco) } : {};
  return [
    { ...orMissing(fields.documentNumber, documentNumber, show.missing) },
    { ...orMissing(fields.supplierName, supplier, show.missing), ...note },
  ];
}

function dayFacts({ issuedOn, paidOn }: ExpenditureLine, { texts, formats }: Wording): Fact[] {
  const { fields, show } = texts.expenditures;
  const day = (date: string | null) => (date === null ? null : formats.date(date));
  return [
    orMissing(fields.issuedOn, day(issuedOn), show.missing),
    orMissing(fields.paidOn, day(paidOn), show.missing),
  ];
}

function placeFacts(line: ExpenditureLine, { texts }: Wording, reader: Reader): Fact[] {
  const { fields, withoutLine, periodName } = texts.expenditures;
  const { projectId, activityId } = line;
  const code = codeOfActivity(line);
  const ofLine = withQuery(paths.expenditures(projectId), { line: line.budgetLineId });
  return [
    line.lineCode === null
      ? { term: fields.line, text: withoutLine, isMissing: true }
      : { term: fields.line, text: `${line.lineCode} ${line.lineName}`, href: ofLine },
    ...(code === null || activityId === null
      ? []
      : [
          {
            term: fields.activity,
            text: `${code} ${line.activityTitle}`,
            href: paths.activity(projectId, activityId),
          },
        ]),
    ...occasionFacts(line, texts, reader),
    ...(line.periodNumber === null
      ? []
      : [
          {
            term: fields.period,
            text: periodName(line.periodNumber),
            href: paths.periods(projectId),
          },
        ]),
  ];
}

function occasionFacts(
  line: ExpenditureLine,
  texts: Wording["texts"],
  { viewerId }: Reader,
): Fact[] {
  const { fields } = texts.expenditures;
  const text = occasionOf(line, viewerId, texts) ?? "";
  const { projectId, eventId, internshipId } = line;
  if (eventId !== null)
    return [{ term: fields.event, text, href: paths.event(projectId, eventId) }];
  if (internshipId === null) return [];
  return [{ term: fields.internship, text, href: paths.internship(projectId, internshipId) }];
}

function contractFacts(line: ExpenditureLine, { texts }: Wording): Fact[] {
  const { fields } = texts.expenditures;
  const facts = [
    [fields.contractNumber, line.contractNumber],
    [fields.orderNumber, line.orderNumber],
    [fields.procurementNote, line.procurementNote],
  ] as const;
  return facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}

function orMissing(term: string, text: string | null, missing: string): Fact {
  return text === null ? { term, text: missing, isMissing: true } : { term, text };
}

/** What the project bears of the document and what has come of it. */
export function presentSums(
  line: ExpenditureLine,
  { texts, formats }: Wording,
  reader: Reader,
): Fact[] {
  const { fields, show } = texts.expenditures;
  if (isHidden(line, reader))
    return [{ term: fields.amount, text: show.payHidden, isMissing: true }];
  const optional = (term: string, halere: Halere | null) =>
    halere === null ? [] : [{ term, text: formats.money(halere) }];
  return [
    { term: fields.amount, text: formats.money(line.amountHalere) },
    ...optional(fields.total, line.totalHalere),
    ...optional(fields.net, line.netHalere),
    { term: show.claimed, text: formats.money(line.claimedHalere) },
    { term: show.approved, text: formats.money(line.approvedHalere) },
    ...optional(show.cut, line.cutHalere === 0 ? null : line.cutHalere),
    { term: show.rest, text: formats.money(restOf(line)) },
  ];
}
