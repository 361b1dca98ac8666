import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Nominee, OpenedLink } from "../../../../db/queries/nomination-links.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { rowsOffered } from "../../../values/row-fields.ts";
import type { FormState } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { MOST_PLACES, shortName } from "../rules.ts";

interface Answering {
  link: OpenedLink;
  event: EventRecord;
  nominees: Nominee[];
  /** The beneficiary, who processes the data. */
  organiser: string;
  action: string;
}

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** Rows that stand open; the rest is unfolded by who has more people to send. */
const OPEN_ROWS = 5;

export function presentAnswering(page: Answering, state: FormState, wording: Wording) {
  const { link, nominees, organiser } = page;
  const { texts, formats } = wording;
  const { page: words } = texts.nominations;
  const free = Math.max(0, link.places - nominees.length);
  const values = {
    answer: link.answer ?? "nominated",
    answeredName: link.answeredName ?? "",
    ...state.values,
  };
  const filled = { ...state, values };
  return {
    title: words.title,
    labels: words,
    thanks: thanksOf(page, wording),
    definitionList: factsOf(page, wording),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: page.action,
    nominees:
      nominees.length === 0
        ? null
        : { fields: presentFields([withdrawnField(nominees, texts)], filled, texts) },
    answer: presentFields([answerField(texts)], filled, texts),
    rowsHint: free === 0 ? words.full : words.rowsHint(free),
    ...presentRows(filled, free, texts),
    closing: presentFields(closingFields(texts, free), filled, texts),
    formFooter: { submit: words.submit },
    privacy: {
      title: words.privacy.title,
      sentences: words.privacy.sentences(organiser || words.privacy.beneficiary),
    },
    until: words.mayChange(formats.date(link.answerBy)),
  };
}

function thanksOf({ link, nominees }: Answering, { texts }: Wording): string | null {
  const { page } = texts.nominations;
  if (link.answer === null) return null;
  return nominees.length > 0 ? page.thanks(nominees.length) : page.thanksDeclined;
}

function factsOf({ link, event, organiser }: Answering, { texts, formats }: Wording) {
  const { page } = texts.nominations;
  const { facts } = page;
  const { startsOn, endsOn } = event;
  const rows: [string, string | null][] = [
    [facts.event, event.title],
    [facts.when, startsOn && formats.dateRange(startsOn, endsOn ?? startsOn)],
    [facts.where, event.place ?? (event.onlineUrl === null ? null : texts.events.online)],
    [facts.organiser, organiser],
    [facts.organisation, link.organisationName],
    [facts.places, page.placesValue(link.places)],
    [facts.answerBy, formats.date(link.answerBy)],
  ];
  return rows.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

function withdrawnField(nominees: Nominee[], { nominations }: Texts): FieldDefinition {
  const { page } = nominations;
  return {
    type: "checkboxes",
    name: "withdrawn",
    label: page.already,
    hint: page.alreadyHint,
    options: nominees.map((nominee) => ({
      value: String(nominee.registrationId),
      label: page.withdraw(shortName(nominee)),
      hint: page.states[nominee.state as keyof typeof page.states],
      isDisabled: nominee.hasAttendance,
    })),
  };
}

function answerField({ nominations }: Texts): FieldDefinition {
  const { answer, answers } = nominations.page;
  return {
    type: "radios",
    name: "answer",
    label: answer,
    options: [
      { value: "nominated", label: answers.nominated },
      { value: "declined", label: answers.declined },
    ],
  };
}

/** A row for each free place; those that were sent are shown again, also when they are too many. */
function presentRows(state: FormState, free: number, texts: Texts) {
  const used = rowsOffered(state.values, "person", { least: 0, most: MOST_PLACES }) - 2;
  const rows = Array.from({ length: Math.max(free, used) }, (_, index) =>
    presentRow(index + 1, state, texts),
  );
  const more = rows.slice(OPEN_ROWS);
  return {
    rows: rows.slice(0, OPEN_ROWS),
    more:
      more.length === 0
        ? null
        : {
            label: texts.nominations.page.moreRows(more.length),
            rows: more,
            isOpen: used > OPEN_ROWS,
          },
  };
}

function presentRow(number: number, state: FormState, texts: Texts) {
  const { page } = texts.nominations;
  const name = (part: string) => `person${number}${part}`;
  const fields: FieldDefinition[] = [
    { type: "text", name: name("FirstName"), label: page.firstName },
    { type: "text", name: name("Surname"), label: page.surname },
    { type: "date", name: name("BornOn"), label: page.bornOn },
    { type: "email", name: name("Email"), label: page.email },
  ];
  return { legend: page.row(number), fields: presentFields(fields, state, texts) };
}

function closingFields({ nominations }: Texts, free: number): FieldDefinition[] {
  const { page } = nominations;
  const name: FieldDefinition = {
    type: "text",
    name: "answeredName",
    label: page.answeredName,
    isRequired: true,
    autocomplete: "name",
  };
  return free === 0
    ? [name]
    : [name, { type: "checkbox", name: "isInformed", label: page.isInformed }];
}

export function presentDeadLink(fate: keyof Texts["nominations"]["dead"], { nominations }: Texts) {
  return nominations.dead[fate];
}
