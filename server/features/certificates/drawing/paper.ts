import type {
  CertifiedProject,
  DrawnCertificate,
} from "../../../../db/queries/certificate-files.ts";
import type { EventSession } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { formatsFor } from "../../../texts/formats.ts";
import { textsFor } from "../../../texts/index.ts";
import { certificateNumber, lengthOf } from "../rules.ts";

/** All that stands on a certificate, ready to print: whoever draws it knows no facts and no language. */
export interface Paper {
  language: "cs" | "en";
  heading: string;
  number: string;
  lead: string;
  name: string;
  born: string | null;
  attended: string;
  title: string;
  goal: string | null;
  facts: { label: string; value: string }[];
  project: string;
  placeAndDay: string;
  signatory: string;
  coFunding: string;
  authority: string;
  /** Instant that the file says it was made at. */
  issuedAt: string;
}

export interface Occasion {
  event: EventRecord;
  sessions: EventSession[];
  lecturers: { name: string }[];
  project: CertifiedProject;
  authority: string;
}

/** In the language of the event. */
export function paperOf(certificate: DrawnCertificate, occasion: Occasion): Paper {
  const { event, project, authority } = occasion;
  const { language } = event;
  const texts = textsFor(language);
  const formats = formatsFor(language);
  const { paper } = texts.certificates;
  const day = formats.date(certificate.issuedOn);
  return {
    language,
    heading: paper.heading,
    number: paper.number(certificateNumber(certificate)),
    lead: paper.lead,
    name: fullName(certificate),
    born: certificate.bornOn === null ? null : paper.born(formats.date(certificate.bornOn)),
    attended: paper.attended,
    title: event.title,
    goal: event.goal === null ? null : paper.goal(event.goal),
    facts: factsOf(certificate, occasion),
    project: paper.project(project.title, project.registrationNumber, project.programme),
    placeAndDay:
      certificate.issuedPlace === null
        ? paper.day(day)
        : paper.placeAndDay(certificate.issuedPlace, day),
    signatory: certificate.signatory ?? project.beneficiary ?? paper.signature,
    coFunding: texts.frame.coFunding,
    authority,
    issuedAt: certificate.issuedAt,
  };
}

function factsOf(certificate: DrawnCertificate, { event, sessions, lecturers, project }: Occasion) {
  const formats = formatsFor(event.language);
  const { paper } = textsFor(event.language).certificates;
  const { hundredths, isTeaching } = lengthOf(certificate.minutes, sessions);
  const hours = hundredths / 100;
  const printed = formats.number(hours);
  const { startsOn, endsOn } = event;
  const facts: [string, string | null][] = [
    [paper.when, startsOn && formats.dateRange(startsOn, endsOn ?? startsOn)],
    [paper.extent, isTeaching ? paper.teachingHours(printed) : paper.hours(printed, hours)],
    [paper.place, event.place],
    [paper.accreditation, event.accreditationNumber],
    [paper.lecturers, lecturers.map(({ name }) => name).join(", ")],
    [paper.beneficiary, project.beneficiary],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** `Mgr. Jana Nová, Ph.D.` */
function fullName(person: DrawnCertificate): string {
  const { titleBefore, firstName, surname, titleAfter } = person;
  const name = [titleBefore, firstName, surname].filter(Boolean).join(" ");
  return titleAfter ? `${name}, ${titleAfter}` : name;
}
