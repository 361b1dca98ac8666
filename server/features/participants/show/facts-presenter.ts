import type { CodeListItem } from "../../../../db/queries/code-lists.ts";
import type { Participant } from "../../../../db/queries/participants.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { ageOn } from "../rules.ts";
import { labelOf, type Wording } from "../words.ts";
import type { ParticipantPage } from "./service.ts";

interface Fact {
  term: string;
  text?: string;
  items?: string[];
  isMissing?: boolean;
}

export function presentIdentity({ person, items }: ParticipantPage, wording: Wording): Fact[] {
  const { texts, formats, today } = wording;
  const { show, form } = texts.participants;
  const { bornOn, diedOn } = person;
  const age = ageOn(bornOn, diedOn ?? today);
  const born = bornOn && show.born(formats.date(bornOn), age === null ? "" : show.age(age));
  return [
    fact(show.bornOn, born),
    fact(show.sex, person.sex && codeText("esf-sex", person.sex, items, wording)),
    fact(show.address, addressOf(person)),
    ...optional(form.fields.email, person.email),
    ...optional(show.mails, refusalText(person, wording)),
    ...optional(form.fields.phone, person.phone),
    ...optional(show.organisation, person.organisationName),
    ...optional(form.fields.diedOn, diedOn && formats.date(diedOn)),
  ];
}

function refusalText({ refusedMailAt }: Participant, { texts, formats }: Wording): string | null {
  const { onlyNecessary } = texts.participants.show;
  return refusedMailAt && onlyNecessary(formats.date(pragueDay(refusedMailAt)));
}

export function presentFacts(page: ParticipantPage, wording: Wording): Fact[] {
  const { texts, formats } = wording;
  const { show, form } = texts.participants;
  const { participation: own, items } = page;
  const code = (list: string, value: string | null) =>
    value && codeText(list, value, items, wording);
  const group = formats.language === "cs" ? own.targetGroupCs : own.targetGroupEn;
  return [
    fact(show.entered, formats.date(own.enteredOn)),
    ...optional(show.exited, own.exitedOn && formats.date(own.exitedOn)),
    fact(show.ageAtEntry, own.ageAtEntry === null ? null : show.age(own.ageAtEntry)),
    fact(show.group, group),
    ...optional(form.fields.partnerOrganisationId, own.partnerName),
    fact(form.fields.labourStatus, code("esf-labour-status", own.labourStatus)),
    fact(form.fields.education, code("esf-education", own.education)),
    presentDisadvantage(page, wording),
    ...optional(show.ukraine, yesNo(own.isFromUkraine, wording)),
    ...optional(form.fields.hasTerritoryDeclaration, yesNo(own.hasTerritoryDeclaration, wording)),
    { term: show.card, ...presentCard(page, wording) },
  ];
}

/** Three answers and a fourth case: a text that cannot be opened any more. */
function presentDisadvantage({ disadvantage, items }: ParticipantPage, wording: Wording): Fact {
  const { show, form } = wording.texts.participants;
  const term = show.disadvantage;
  if (disadvantage === null) return { term, text: show.unreadable, isMissing: true };
  if (disadvantage.answer === "not-asked") return fact(term, null);
  if (disadvantage.answer === "refused") return { term, text: form.answers.refused };
  const { codes } = disadvantage;
  if (codes.length === 0) return { term, text: show.none };
  return { term, items: codes.map((code) => codeText("esf-disadvantage", code, items, wording)) };
}

function presentCard({ participation }: ParticipantPage, { texts, formats }: Wording) {
  const { show } = texts.participants;
  const { cardSignedOn, cardKeptAt } = participation;
  if (cardSignedOn === null) return { text: cardKeptAt ?? show.noCard, isMissing: !cardKeptAt };
  return { text: show.cardSigned(formats.date(cardSignedOn), cardKeptAt ?? "") };
}

/** `Na Ladech 12/3a, Horní Růžodol, 460 01 Liberec` */
export function addressOf(person: Participant): string | null {
  const { houseNumber, orientationNumber, orientationLetter, postcode } = person;
  const orientation = orientationNumber && `${orientationNumber}${orientationLetter ?? ""}`;
  const number = [houseNumber, orientation].filter(Boolean).join("/");
  const street = [person.street, number].filter(Boolean).join(" ");
  const code = postcode && `${postcode.slice(0, 3)} ${postcode.slice(3)}`;
  const town = [code, person.municipality].filter(Boolean).join(" ");
  return [street, person.municipalityPart, town].filter(Boolean).join(", ") || null;
}

export function codeText(
  list: string,
  code: string,
  items: readonly CodeListItem[],
  wording: Pick<Wording, "formats">,
): string {
  const item = items.find((one) => one.list === list && one.code === code);
  return item ? labelOf(item, wording) : code;
}

function fact(term: string, text: string | null): Fact {
  return text === null || text === "" ? { term, text: "–", isMissing: true } : { term, text };
}

function optional(term: string, text: string | null): Fact[] {
  return text === null || text === "" ? [] : [{ term, text }];
}

function yesNo(value: boolean | null, { texts }: Wording): string | null {
  const { yesNo: words } = texts.participants.form;
  if (value === null) return null;
  return value ? words.yes : words.no;
}
