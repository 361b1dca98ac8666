import type { Deputy } from "../../../db/queries/deputies.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { profileTabs } from "../../web/profile-tabs.ts";
import { type DeputyState, stateOf } from "./rules.ts";
import type { DeputyPage } from "./service.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** Whose page it is: one's own, or somebody's as an administrator sees it. */
export interface Represented {
  id: number;
  name: string;
  isOwn: boolean;
}

const TONES: Record<DeputyState, string> = { "in-force": "green", planned: "blue", over: "grey" };

export function presentDeputies(
  state: FormState,
  person: Represented,
  { page, wording }: { page: DeputyPage; wording: Wording },
) {
  const { texts, today } = wording;
  const { deputies: words } = texts;
  const { isOwn } = person;
  const isOpen = (deputy: Deputy) => stateOf(deputy, today) !== "over";
  const [fields, note] = presentForm(state, { page, isOwn }, texts);
  return {
    pageHeader: {
      title: isOwn ? words.title : words.titleOf(person.name),
      ...(isOwn ? { tabs: profileTabs("deputy", texts) } : {}),
    },
    lead: [isOwn ? words.lead : words.leadOf, words.limits],
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    newTitle: words.newTitle,
    action: isOwn ? paths.ownDeputy() : paths.userDeputy(person.id),
    fields,
    note,
    formFooter: { submit: words.submit },
    lists: [
      {
        title: isOwn ? words.mine : words.mineOf,
        rows: page.deputies
          .filter(isOpen)
          .toReversed()
          .map((one) => presentOwn(one, person, wording)),
        empty: isOwn ? words.nobody : words.nobodyOf,
      },
      {
        title: isOwn ? words.others : words.othersOf,
        rows: page.deputized
          .filter(isOpen)
          .toReversed()
          .map((one) => presentRow(one, one.userName, wording)),
        empty: words.noOthers,
      },
    ],
    past: presentPast(page, wording),
  };
}

function presentForm(
  state: FormState,
  { page, isOwn }: { page: DeputyPage; isOwn: boolean },
  texts: Texts,
) {
  const { fields: labels } = texts.deputies;
  const people = page.people.map(({ id, name }) => ({ value: String(id), label: name }));
  const rows: FieldDefinition[] = [
    {
      ...{ type: "select", name: "deputyUserId", isRequired: true, width: "medium" },
      label: isOwn ? labels.deputyUserId : labels.deputyUserIdOf,
      options: [{ value: "", label: labels.choose }, ...people],
    },
    {
      ...{ type: "date", name: "fromOn", isRequired: true, width: "short" },
      ...{ label: labels.fromOn, hint: labels.fromHint },
    },
    {
      ...{ type: "date", name: "untilOn", isRequired: true, width: "short" },
      ...{ label: labels.untilOn, hint: labels.untilHint },
    },
  ];
  const note: FieldDefinition = {
    ...{ type: "textarea", name: "note", rows: 3, maxLength: 500 },
    ...{ label: labels.note, hint: labels.noteHint },
  };
  return [presentFields(rows, state, texts), presentFields([note], state, texts)[0]] as const;
}

function presentRow(deputy: Deputy, name: string, { texts, formats, today }: Wording) {
  const state = stateOf(deputy, today);
  const { deputies: words } = texts;
  return {
    name,
    when: formats.dateRange(deputy.fromOn, deputy.untilOn),
    message: deputy.note,
    pill: deputy.hasLeft
      ? { tone: "red", label: words.hasLeft }
      : { tone: TONES[state], label: words.states[state] },
    end: null,
  };
}

/** A row that can be ended: of who stands in for the person. */
function presentOwn(deputy: Deputy, { id, isOwn }: Represented, wording: Wording) {
  const { deputies: words } = wording.texts;
  const isBegun = stateOf(deputy, wording.today) === "in-force";
  return {
    ...presentRow(deputy, deputy.deputyName, wording),
    end: {
      action: isOwn ? paths.ownDeputyEnding(deputy.id) : paths.userDeputyEnding(id, deputy.id),
      label: isBegun ? words.end : words.cancel,
      name: (isBegun ? words.endOne : words.cancelOne)(deputy.deputyName),
    },
  };
}

function presentPast({ deputies, deputized }: DeputyPage, { texts, formats, today }: Wording) {
  const { deputies: words } = texts;
  const over = [...deputies, ...deputized]
    .filter((deputy) => stateOf(deputy, today) === "over")
    .sort((one, other) => (one.fromOn < other.fromOn ? 1 : -1));
  return {
    title: words.past,
    rows: over.map(({ deputyName, userName, fromOn, untilOn, endedAt, namedByName }) => ({
      name: words.pastRow(deputyName, userName),
      when: formats.dateRange(fromOn, untilOn),
      note: [
        endedAt === null ? null : words.ended(formats.date(pragueDay(endedAt))),
        namedByName === null || namedByName === userName ? null : words.namedBy(namedByName),
      ]
        .filter((part) => part !== null)
        .join(" · "),
    })),
  };
}
