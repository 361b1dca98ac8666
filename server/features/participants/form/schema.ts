import { z } from "zod";
import {
  choice,
  day,
  ids,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalText,
  read,
  text,
  version,
} from "../../../values/fields.ts";
import { parseIco } from "../../../values/ico.ts";

export const answers = ["not-asked", "refused", "given"] as const;

const code = () => optionalText(40);

/** Any number of codes of a code list; whether they are known is the service's to say. */
const codes = () =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) => [...new Set(all.filter((one) => one !== ""))])
    .refine((all) => all.length <= 20 && all.every((one) => one.length <= 40), "unknownChoice");

const yesOrNo = () =>
  z
    .enum(["", "yes", "no"])
    .default("")
    .transform((typed) => (typed === "" ? null : typed === "yes"));

const parsePostcode = (typed: string) => {
  const digits = typed.replace(/\s/g, "");
  return /^\d{5}$/.test(digits) ? digits : undefined;
};

const person = {
  firstName: text(100),
  surname: text(100),
  bornOn: optionalDay(),
  sex: code(),
  titleBefore: optionalText(40),
  titleAfter: optionalText(40),
  diedOn: optionalDay(),
  municipality: optionalText(100),
  municipalityPart: optionalText(100),
  street: optionalText(100),
  houseNumber: optionalText(10),
  orientationNumber: optionalText(10),
  orientationLetter: optionalText(5),
  postcode: read(parsePostcode, "validPostcode"),
  email: optionalEmail(),
  phone: optionalText(40),
  organisation: optionalText(200),
  organisationIco: read(parseIco, "validIco"),
};

const participation = {
  enteredOn: day(),
  targetGroupItemId: optionalId(),
  partnerOrganisationId: optionalId(),
  labourStatus: code(),
  education: code(),
  projectPosition: code(),
  housing: code(),
  economicSector: code(),
  publicSector: code(),
  household: code(),
  supportKind: code(),
  taxStatus: code(),
  outcome: code(),
  isFromUkraine: yesOrNo(),
  hasTerritoryDeclaration: yesOrNo(),
  disadvantage: choice(answers).default("not-asked"),
  disadvantageCodes: codes(),
  cardSignedOn: optionalDay(),
  cardKeptAt: optionalText(200),
};

/** `notThese`: people of the same surname and day of birth whom this one is said not to be. */
export const newParticipantSchema = z.object({ ...person, ...participation, notThese: ids() });
export const participantSchema = z.object({ ...person, ...participation, version: version() });

export type CardEntry = Omit<z.output<typeof participantSchema>, "version">;
export type NewParticipantEntry = z.output<typeof newParticipantSchema>;
export type ParticipantEntry = z.output<typeof participantSchema>;
