import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const hoursOf = (n: number) => plural("en")(n, { one: "hour", other: "hours" });

export const certificates: Texts["certificates"] = {
  title: "Certificates",
  tab: "Certificates",
  lead: (total) => `Whole length of the event: ${total}.`,
  threshold: {
    title: "Who is entitled",
    basis: "Judged by",
    bases: { share: "share", hours: "hours" },
    least: "At least (% or h)",
    needed: (hours) => `A certificate is due to whoever attended at least ${hours}.`,
    noTime: "The event has no time that counts. Fill in the support of its days.",
  },
  columns: {
    choose: "Issue",
    name: "Participant",
    attended: "Attended",
    state: "Certificate",
    file: "File",
  },
  chooseOne: (name) => `Issue: ${name}`,
  share: (hours, percent) => `${hours}, ${percent}`,
  states: {
    issued: (number, date) => `No.\u00a0${number} of ${date}`,
    entitled: "entitled",
    below: "below the threshold",
    absent: "did not attend",
    anonymised: "personal data deleted",
  },
  replaces: (number, reason) => `replaces No.\u00a0${number}: ${reason}`,
  otherHours: (hours) => `certifies ${hours}, the attendance has changed since`,
  waitsForDrawing: "the file was not made",
  removed: "the file was deleted",
  download: "Download PDF",
  downloadOne: (number) => `Download PDF of certificate No. ${number}`,
  reissue: "Issue again",
  reissueOne: (number) => `Issue again certificate No. ${number}`,
  downloadAll: "Download all in one PDF",
  draw: "Make the missing files",
  drawText: (n) =>
    n === 1
      ? "1 certificate has a number but no file yet."
      : `${n} certificates have a number but no file yet.`,
  summary: (issued, entitled, all) =>
    `${issued} issued, ${entitled} of ${all} entitled and without one.`,
  place: "Place of issue",
  placeHint: "As it is to be printed before the date, e.g. Hradec Králové.",
  signatory: "Who signs",
  signatoryHint: "Name and function under the line; else the name of the beneficiary.",
  submit: "Issue to those chosen",
  notClosed: "Certificates are issued once the event is closed and its attendance is final.",
  toAttendance: "Open the attendance",
  empty: "Nobody is registered for the event.",
  confidential: "Certificates of a confidential event are seen and issued only by its coordinator.",
  reissuing: {
    title: (number) => `Issue certificate No. ${number} again`,
    text: "A new certificate gets the next number of the series and says what is true today. The present one stays stored, marked as replaced.",
    hours: (hours) => `The new certificate will certify ${hours}.`,
    reason: "Reason",
    reasonHint: "E.g. a corrected surname, a loss.",
    submit: "Issue a new certificate",
  },
  file: (number) => `certificate-${number}`,
  allFile: "certificates",
  paper: {
    heading: "CERTIFICATE",
    number: (number) => `No. ${number}`,
    lead: "of attendance",
    born: (date) => `date of birth ${date}`,
    attended: "has attended",
    goal: (goal) => `Aim: ${goal}`,
    when: "Date",
    extent: "Attended",
    hours: (hours, n) => `${hours} ${hoursOf(n)}`,
    teachingHours: (hours) => `${hours} teaching hours of 45 minutes`,
    place: "Venue",
    accreditation: "Accreditation number",
    lecturers: "Lecturers",
    beneficiary: "Beneficiary",
    project: (title, number, programme) =>
      `The event was part of the project “${title}”${number === null ? "" : `, registration number ${number}`}, programme ${programme}.`,
    placeAndDay: (place, day) => `${place}, ${day}`,
    day: (day) => day,
    signature: "signature",
  },
  link: {
    title: "Your certificate",
    text: (event, number) => `Event “${event}”, certificate no.\u00a0${number}.`,
    until: (date) => `The link holds until ${date}.`,
    download: "Download the certificate (PDF)",
    privacy:
      "The link is meant for you alone. Downloads are put down, since a certificate holds personal data.",
    dead: {
      unknown: {
        title: "This link is not valid",
        sentences: ["Check that you copied the whole address from the e-mail."],
      },
      expired: {
        title: "This link has expired",
        sentences: [
          "Ask the organiser of the event for a new one; you will find the contact in the e-mail with the link.",
        ],
      },
      lost: {
        title: "The certificate cannot be downloaded now",
        sentences: [
          "Your certificate is valid, but its file is missing from the storage. The administrator knows.",
          "Try again later, or ask the organiser of the event to issue it again. The contact is in the e-mail the link came with.",
        ],
      },
      replaced: {
        title: "This certificate is no longer valid",
        sentences: [
          "It was replaced or deleted. Turn to the organiser of the event; the contact is in the e-mail.",
        ],
      },
    },
  },
  history: {
    "certificates.issued": "Certificates issued",
    "certificate.reissued": "Certificate issued again",
  },
  fields: { certificateCount: "Number of certificates", certificateNumber: "Number" },
};
