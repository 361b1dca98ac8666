import type { SupportOrigin } from "../../../../db/queries/fact-details.ts";
import { paths } from "../../../paths.ts";
import { hoursOf } from "../../../values/duration.ts";
import type { CountedFact } from "../computing/rules.ts";
import type { Reading } from "../list/presenter.ts";
import type { FactDetails, FactsBehind } from "./service.ts";

/** One cell as the page and the workbook print it. */
export interface FactCell {
  text: string;
  href?: string | undefined;
  note?: string | undefined;
  /** For the workbook, where the cell is a number. */
  number?: number;
}

export interface FactColumn {
  label: string;
  isNumber?: boolean;
  /** Never broken, and no wider than it has to be. */
  isShort?: boolean;
  cell: (line: CountedFact) => FactCell;
}

interface Shown {
  projectId: number;
  behind: FactsBehind;
  details: FactDetails;
  withNames: boolean;
}

/** Columns by what the facts are; the first one names the fact. */
export function factColumns(shown: Shown, reading: Reading): FactColumn[] {
  switch (shown.behind.computation) {
    case "documents-published":
    case "positions-filled":
      return outputColumns(shown, reading);
    case "events-held":
      return eventColumns(shown, reading);
    case "attendances":
      return attendanceColumns(shown, reading);
    default:
      return personColumns(shown, reading);
  }
}

function personColumns({ projectId, behind, details, withNames }: Shown, reading: Reading) {
  const { formats } = reading;
  const words = reading.texts.computedIndicators.facts;
  const personOf = ({ id }: CountedFact) => details.persons.get(id);
  const minutes = (label: string, of: (line: CountedFact) => number): FactColumn => ({
    label,
    isNumber: true,
    cell: (line) => hoursCell(of(line), formats),
  });
  const inPerson = ({ id }: CountedFact) => behind.support.get(id)?.inPersonMinutes ?? 0;
  const electronic = ({ id }: CountedFact) => behind.support.get(id)?.electronicMinutes ?? 0;
  const columns: FactColumn[] = [
    {
      label: words.code,
      isShort: true,
      cell: (line) => ({
        text: personOf(line)?.code ?? "",
        ...(withNames && { href: paths.participant(projectId, line.id) }),
      }),
    },
  ];
  if (withNames) columns.push(nameColumn(words.name, personOf));
  columns.push({ label: words.since, cell: ({ since }) => ({ text: formats.date(since) }) });
  if (behind.support.size > 0)
    columns.push(
      minutes(words.inPerson, inPerson),
      minutes(words.electronic, electronic),
      minutes(words.hours, (line) => inPerson(line) + electronic(line)),
    );
  columns.push({
    label: words.events,
    cell: ({ id }) => originsCell(details.origins.get(id) ?? [], reading),
  });
  return columns;
}

function nameColumn(
  label: string,
  personOf: (line: CountedFact) => { surname: string | null; firstName: string | null } | undefined,
): FactColumn {
  return {
    label,
    isShort: true,
    cell: (line) => {
      const person = personOf(line);
      return { text: [person?.surname, person?.firstName].filter(Boolean).join(" ") };
    },
  };
}

const MOST_ORIGINS = 2;

function originsCell(origins: readonly SupportOrigin[], { texts }: Reading): FactCell {
  const words = texts.computedIndicators.facts;
  const titles = [...new Set(origins.map((origin) => originTitle(origin, words)))];
  const rest = titles.length - MOST_ORIGINS;
  const text = titles.slice(0, MOST_ORIGINS).join(", ");
  return rest > 0 ? { text, note: words.moreEvents(rest) } : { text };
}

function originTitle(
  { source, title, isConfidential }: SupportOrigin,
  words: Reading["texts"]["computedIndicators"]["facts"],
): string {
  if (isConfidential) return words.confidential;
  if (source === "hand") return words.byHandSupport;
  return source === "internship-day" ? `${words.internship} ${title ?? ""}`.trim() : (title ?? "");
}

function outputColumns({ projectId, details }: Shown, { texts, formats }: Reading): FactColumn[] {
  const words = texts.computedIndicators.facts;
  return [
    {
      label: words.output,
      cell: ({ id }) => ({
        text: details.outputs.get(id)?.title ?? "",
        href: paths.milestone(projectId, id),
      }),
    },
    { label: words.doneOn, cell: ({ since }) => ({ text: formats.date(since) }) },
    {
      label: words.proof,
      cell: ({ id }) => {
        const output = details.outputs.get(id);
        const text = output?.proof ?? output?.proofUrl ?? words.noProof;
        return { text, href: output?.proofUrl ?? undefined };
      },
    },
  ];
}

function eventColumns(shown: Shown, { texts, formats }: Reading): FactColumn[] {
  const words = texts.computedIndicators.facts;
  return [
    { label: words.event, cell: ({ id }) => eventCell(shown, id, { texts, formats }) },
    { label: words.heldOn, cell: ({ since }) => ({ text: formats.date(since) }) },
  ];
}

function attendanceColumns(shown: Shown, reading: Reading): FactColumn[] {
  const { texts, formats } = reading;
  const { details, withNames, projectId } = shown;
  const words = texts.computedIndicators.facts;
  const personOf = ({ participantId }: CountedFact) => details.persons.get(participantId ?? 0);
  const columns: FactColumn[] = [
    { label: words.event, cell: ({ id }) => eventCell(shown, id, reading) },
    { label: words.heldOn, cell: ({ since }) => ({ text: formats.date(since) }) },
    {
      label: words.person,
      cell: (line) => {
        const person = personOf(line);
        if (line.type === "heads") return { text: words.onlyCounted };
        const link = person?.participationId;
        const href = withNames && link ? paths.participant(projectId, link) : undefined;
        return { text: person?.code ?? "", href };
      },
    },
  ];
  if (withNames) columns.push(nameColumn(words.name, personOf));
  columns.push({
    label: words.count,
    isNumber: true,
    cell: ({ count }) => ({ text: formats.number(count), number: count }),
  });
  return columns;
}

/** Confidential events have no name and lead nowhere. */
function eventCell(
  { behind, projectId }: Pick<Shown, "behind" | "projectId">,
  id: number,
  { texts, formats }: Pick<Reading, "texts" | "formats">,
): FactCell {
  const words = texts.computedIndicators.facts;
  const event = behind.events.get(id);
  if (!event || event.isConfidential) return { text: words.confidential };
  const note = formats.language === "cs" ? event.kindCs : event.kindEn;
  return { text: event.title, href: paths.event(projectId, id), note };
}

function hoursCell(minutes: number, formats: Reading["formats"]): FactCell {
  return { text: formats.hourCount(minutes), number: hoursOf(minutes) };
}
