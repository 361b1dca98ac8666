import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { missingInFile, type PeriodOfEsf } from "./checks/rules.ts";
import type { EsfCheck } from "./checks/service.ts";
import type { Difference, ReturnedFile } from "./differences/rules.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const MOST_EXPORTS = 10;
const MOST_CORRECTIONS = 100;
const MOST_DIFFERENCES = 500;

export function presentExports(
  state: FormState,
  check: EsfCheck,
  projectId: number,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { isEsf: words } = texts;
  const { counts, periods } = check;
  const number = formats.number;
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle },
    labels: words,
    formErrors: presentFormErrors(state, texts),
    tiles: [
      { label: words.tiles.inFile, value: number(counts.inFile), icon: "users" },
      {
        label: words.tiles.outside,
        value: number(counts.outside),
        note: words.tiles.outsideNote,
        ...(counts.outside > 0 && { tone: "yellow" as const }),
      },
      {
        label: words.tiles.notSettled,
        value: number(counts.notSettled),
        note: words.tiles.notSettledNote,
      },
    ],
    persons: {
      href: paths.esfPersons(projectId),
      note: words.personsNote(number(counts.inFile)),
    },
    supports: {
      action: paths.esfSupports(projectId),
      field: periodField(periods, wording),
      isOffered: periods.length > 0,
      periodsHref: paths.periods(projectId),
    },
    outside: presentOutside(check, projectId, wording),
    corrections: presentCorrections(check, projectId, wording),
    exports: check.exports.slice(0, MOST_EXPORTS).map((one) => ({
      what:
        one.periodNumber === null
          ? words.kinds[one.kind]
          : `${words.kinds[one.kind]}, ${words.periodShort(one.periodNumber)}`,
      rows: words.rows(one.personCount),
      when: formats.dateTime(one.exportedAt),
      who: one.exportedByName ?? texts.history.system,
    })),
    returned: {
      action: paths.esfDifferences(projectId),
      fields: presentFields(returnedFields(periods, wording), state, texts),
    },
  };
}

export function presentDifferences(
  compared: { kind: ReturnedFile["kind"]; rows: number; differences: Difference[] },
  projectId: number,
  { texts, formats }: Wording,
) {
  const { isEsf: words } = texts;
  const { differences, kind } = compared;
  const rest = differences.length - MOST_DIFFERENCES;
  return {
    pageHeader: {
      title: words.differences,
      subtitle: words.compared[kind](formats.number(compared.rows)),
    },
    labels: words,
    back: paths.esf(projectId),
    hasCodes: kind === "supports",
    more: rest > 0 ? words.differencesMore(formats.number(rest)) : null,
    emptyState: differences.length === 0 ? { icon: "circle-check", text: words.same } : null,
    rows: differences.slice(0, MOST_DIFFERENCES).map((one) => ({
      name: one.name,
      code: one.code,
      href: one.participationId === null ? null : paths.participant(projectId, one.participationId),
      supportCode: one.supportCode || words.noCode,
      kind: words.differenceKinds[one.kind],
      pairs: one.columns.map(({ column, ours, theirs }) => words.pair(column, ours, theirs)),
    })),
  };
}

function presentOutside(
  { outside, counts }: EsfCheck,
  projectId: number,
  { texts, formats }: Wording,
) {
  const { isEsf: words } = texts;
  const rest = counts.outside - outside.length;
  return {
    rows: outside.map((person) => ({
      code: person.code,
      href: paths.participant(projectId, person.participationId),
      missing: missingInFile(person)
        .map((field) => words.fields[field])
        .join(", "),
    })),
    more: rest > 0 ? words.outsideMore(formats.number(rest)) : null,
    allHref: paths.participants(projectId),
  };
}

function presentCorrections({ corrections }: EsfCheck, projectId: number, wording: Wording) {
  const { texts, formats } = wording;
  const { isEsf: words } = texts;
  return corrections.slice(0, MOST_CORRECTIONS).map((one) => {
    const hours = formats.scaled(Math.round(one.minutes / 0.6), 2);
    return {
      period: words.periodShort(one.periodNumber),
      code: one.code,
      href: paths.participant(projectId, one.participationId),
      supportCode: one.supportCode ?? words.noCode,
      change: one.minutes > 0 ? `+${hours}` : hours,
    };
  });
}

/** The latest that has begun is offered first. */
function periodField(periods: readonly PeriodOfEsf[], { texts, formats, today }: Wording) {
  const { isEsf: words } = texts;
  const latest = periods.findLast(({ startsOn }) => startsOn <= today) ?? periods[0];
  const options = periods.map((period) => ({
    value: String(period.id),
    label: words.periodName(
      period.number,
      `${formats.date(period.startsOn)} – ${formats.date(period.endsOn)}`,
    ),
  }));
  return {
    type: "select" as const,
    id: "supports-period",
    name: "period",
    label: words.period,
    value: String(latest?.id ?? ""),
    options,
  };
}

function returnedFields(periods: readonly PeriodOfEsf[], wording: Wording): FieldDefinition[] {
  const { isEsf: words } = wording.texts;
  const { options } = periodField(periods, wording);
  return [
    { type: "file", name: "file", label: words.file, isRequired: true, accept: ".csv,text/csv" },
    {
      type: "select",
      name: "period",
      label: words.period,
      hint: words.periodHint,
      options: [{ value: "", label: words.noPeriod }, ...options],
    },
  ];
}
