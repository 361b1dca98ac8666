import type { ReportedDocument } from "../../../../../db/queries/report-surroundings.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import { sum } from "../digest.ts";
import { type Draft, eventName, lineOf, listed, paragraph } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import { sentenceOf } from "../rules.ts";

const PUBLIC_KINDS = new Set(["lecture", "conference", "campaign-event"]);

/** How the project was made known. */
export function publicityOf(draft: Draft): Block[] {
  const { material, digest, words } = draft;
  const { drafts, formats } = words;
  const { from, to } = material.span;
  const met = material.milestones.filter(
    ({ kind, doneOn }) => kind === "publicity" && doneOn !== null && doneOn <= to,
  );
  const isNew = ({ doneOn }: { doneOn: string | null }) => (doneOn ?? "") >= from;
  const onDay = ({ title, doneOn }: { title: string; doneOn: string | null }) =>
    drafts.done.onDay(title, formats.date(doneOn ?? to));
  const lasting = met.filter((one) => !isNew(one)).map(onDay);
  const events = digest.held.filter(({ kindCode }) => PUBLIC_KINDS.has(kindCode));
  const list = (heading: string, lines: Line[]): Block => ({ heading, lines, rest: drafts.restOf });
  const papers = material.documents.filter(({ category }) => category === "publicity").length;
  return [
    list(
      drafts.publicity.duties,
      met.filter(isNew).map((one) => ({ text: `${onDay(one)}.` })),
    ),
    lasting.length === 0 ? "" : drafts.publicity.lasting(lasting.join(", ")),
    list(drafts.publicity.campaigns, campaignLines(draft)),
    list(
      drafts.publicity.events,
      events.map((event) => ({
        text: `${listed([eventName(event, words), words.days(event.startsOn, event.endsOn)])}.`,
        weight: event.persons,
      })),
    ),
    papers > 0 ? drafts.publicity.papers(papers) : "",
  ];
}

function campaignLines({ material, words }: Draft): Line[] {
  const { drafts, formats } = words;
  return material.campaigns
    .filter(({ state }) => state === "running" || state === "finished")
    .filter(({ startsOn }) => startsOn <= material.span.to)
    .map((one) => {
      const name = drafts.done.campaign(one.kind, drafts.quoted(one.title));
      const channels = one.channels !== null && drafts.publicity.channels(one.channels);
      const reach = one.reach !== null && drafts.done.reach(one.reach, formats.number(one.reach));
      const days = words.days(one.startsOn, one.endsOn);
      return { text: `${listed([name, days, channels, reach])}.`, weight: 10 };
    });
}

/** What contracts brought; who supplied it is told by the list of vouchers. */
export function procurementOf({ material, words }: Draft): Block[] {
  const { procurement, restOf } = words.drafts;
  const { money } = words.formats;
  const byContract = groupedBy(material.contracts, ({ contractNumber }) => contractNumber);
  const lines = [...byContract].flatMap(([number, rows]): Line[] => {
    const noted = ({ description, halere, procurementNote }: (typeof rows)[number]) => ({
      text: `${procurement.noted(description, money(halere), procurementNote ?? "")}.`,
      weight: halere,
    });
    if (number === null) return rows.map(noted);
    const total = sum(rows.map(({ halere }) => halere));
    const what = [...new Set(rows.map(({ description }) => description))].join("; ");
    return [{ text: `${procurement.contract(number, what, money(total))}.`, weight: total }];
  });
  return [{ heading: procurement.heading, lines, rest: restOf }];
}

/** Only a request for payment tells whether there was any. */
export function incomeOf({ material, words }: Draft): Block[] {
  const { income } = words.drafts;
  return material.requests
    .filter(({ kind }) => kind !== "advance")
    .map(({ number, incomeHalere }) =>
      incomeHalere > 0
        ? income.some(number, words.formats.money(incomeHalere))
        : income.none(number),
    );
}

export function inspectionsOf({ material, words }: Draft): Block[] {
  const { inspections, restOf } = words.drafts;
  const { date } = words.formats;
  const findings = groupedBy(material.findings, ({ controlId }) => controlId);
  const told = new Set(material.controls.map(({ id }) => id));
  const findingLine = (one: (typeof material.findings)[number]): Line => {
    const isMet = one.remediedOn !== null && one.remediedOn <= material.span.to;
    const remedy = one.remedy === null ? null : sentenceOf(one.remedy);
    const state = isMet
      ? inspections.remedied(remedy, date(one.remediedOn ?? ""))
      : inspections.toRemedy(remedy, one.remedyBy === null ? null : date(one.remedyBy));
    return { text: paragraph([inspections.finding(sentenceOf(one.finding)), state]) };
  };
  const earlier = material.findings.filter(({ controlId }) => !told.has(controlId));
  return [
    ...material.controls.flatMap((control): Block[] => {
      const days =
        control.endsOn === null
          ? date(control.startsOn)
          : words.days(control.startsOn, control.endsOn);
      const kind = inspections.kinds[control.kind];
      const head = inspections.control(days, kind, control.controllingBody, control.subject);
      const conclusion =
        control.conclusion === null ? "" : inspections.conclusion(sentenceOf(control.conclusion));
      const lines = (findings.get(control.id) ?? []).map(findingLine);
      return [paragraph([sentenceOf(head), conclusion]), { heading: null, lines, rest: restOf }];
    }),
    { heading: inspections.earlier, lines: earlier.map(findingLine), rest: restOf },
  ];
}

export function declarationsOf({ material, words }: Draft): Block[] {
  const { declarations } = words.drafts;
  const { from, to } = material.span;
  return [declarations.statement, declarations.basis(words.days(from, to))];
}

/** What is handed in with the report: outputs by their names, papers of people only counted. */
export function annexesOf(draft: Draft): Block[] {
  const { material, digest, words } = draft;
  const { annexes, restOf } = words.drafts;
  const count = (category: string) =>
    material.documents.filter((paper) => paper.category === category).length;
  const certificates = sum(material.certificates.map((one) => one.count));
  const outputs = digest.done.filter(({ kind }) => kind === "output");
  const counted = [
    count("attendance-sheet") > 0 && annexes.sheets(count("attendance-sheet")),
    count("minutes") > 0 && annexes.minutes(count("minutes")),
    certificates > 0 && annexes.certificates(certificates),
  ].flatMap((text) => (text ? [{ text: `${text}.`, weight: 100 }] : []));
  const named = material.documents.filter(isNamed).map(({ category, title }) => {
    const label = words.texts.documents.categories[category as "output"];
    return { ...lineOf(`${label}: ${title}`), weight: 50 };
  });
  const lines = [
    ...outputs.map((one) => ({
      text: `${annexes.outputs(words.drafts.quoted(one.title))}.`,
      weight: 80,
    })),
    ...counted,
    ...named,
  ];
  return [{ heading: null, lines, rest: restOf }];
}

const NAMED = new Set(["output", "publicity", "report"]);
/** Whoever files a paper there may call it by a person, whether they tick it as personal or not. */
const OF_PEOPLE = new Set(["event", "internship", "participation"]);

function isNamed({ category, objectType, isPersonal }: ReportedDocument): boolean {
  return NAMED.has(category) && !isPersonal && !OF_PEOPLE.has(objectType);
}
