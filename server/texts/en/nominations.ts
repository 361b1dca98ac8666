import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const people = (n: number) => plural("en")(n, { one: "person", other: "people" });
const places = (n: number) => plural("en")(n, { one: "place", other: "places" });

export const nominations: Texts["nominations"] = {
  title: "Nominations",
  lead: "An organisation gets a link by which it names, without an account, whom it sends.",
  new: "New link",
  columns: {
    organisation: "Organisation",
    places: "Places",
    answerBy: "Answer by",
    state: "State",
    link: "Link",
  },
  summary: (answered, waiting, all) =>
    `${answered} of ${all} answered, ${waiting} still to answer.`,
  states: {
    waiting: "waiting for an answer",
    declined: "sends nobody",
    expired: "no answer in time",
    revoked: "link revoked",
  },
  nominated: (n) => `${n} ${people(n)} nominated`,
  answeredBy: (who, when) => `${who}, ${when}`,
  mailedTo: (email) => `mailed to ${email}`,
  notMailed: "you pass the link on yourself",
  nudgedAt: (when) => `reminded ${when}`,
  nudge: "Remind",
  nudgeOne: (name) => `Remind: ${name}`,
  revoke: "Revoke link",
  revokeOne: (name) => `Revoke link: ${name}`,
  linkOf: (name) => `Link for ${name}`,
  empty: "No organisation has been asked to nominate yet.",
  confidential:
    "A confidential event has no nomination links: neither its title nor its people may get out. Register people yourself.",
  over: "Nominations are over: the event was held, closed or cancelled.",
  form: {
    title: "Ask an organisation to nominate",
    organisation: "Organisation",
    ico: "IČO (company number)",
    places: "Number of places",
    placesHint: "How many people the organisation may name at most.",
    answerBy: "Answer by",
    email: "E-mail",
    emailHint:
      "A work address at which the organisation takes messages. Without it you pass the link on.",
    replaces: "An older link of the organisation for this event ceases to hold.",
    submit: "Make the link",
  },
  page: {
    title: "Nomination for an event",
    facts: {
      event: "Event",
      when: "Date",
      where: "Venue",
      organiser: "Organised by",
      organisation: "Organisation",
      places: "Places",
      answerBy: "Answer by",
    },
    placesValue: (n) => `${n} ${places(n)} at most`,
    thanks: (n) => `Thank you, we have your nomination: ${n} ${people(n)}.`,
    thanksDeclined: "Thank you, we noted that you send nobody.",
    mayChange: (until) => `You may change your answer on this page until ${until}.`,
    already: "You have nominated",
    alreadyHint: "Of surnames we show the first letter only. Whoever you tick is withdrawn.",
    withdraw: (name) => `withdraw: ${name}`,
    states: { invited: "invited", registered: "place confirmed", waiting: "waiting list" },
    answer: "Your answer",
    answers: { nominated: "We send these people", declined: "We send nobody" },
    rows: "Whom you send",
    rowsHint: (n) =>
      `You may name ${n} more ${people(n)}. Birth date and e-mail may be left out: by the date we know who has been to our events, to the e-mail we send instructions.`,
    full: "All places are taken. To send somebody else, withdraw somebody first.",
    row: (n) => `Person ${n}`,
    moreRows: (n) => `More people (another ${n} ${places(n)})`,
    firstName: "First name",
    surname: "Surname",
    bornOn: "Date of birth",
    email: "E-mail",
    answeredName: "Who filled in the form",
    isInformed: "We have told the people named here how their data are processed, as stated below.",
    submit: "Send the answer",
    privacy: {
      title: "How we treat personal data",
      beneficiary: "The organiser",
      sentences: (processor) => [
        "The controller of personal data of participants in OPZ+ projects is the Ministry of Labour and Social Affairs, the managing authority of the programme.",
        `${processor}, as beneficiary, processes them for the controller as the grant decision says.`,
        "We need the name, the date of birth and the e-mail to register people for the event, to keep the attendance sheet, to issue certificates and to prove support from the European Social Fund Plus.",
        "The data are seen only by those who prepare the event and by the programme's controllers. They are kept as long as the project has to be provable, then deleted or anonymised.",
        "Everybody nominated may ask for access to their data, for correction and for deletion, and may complain to the Office for Personal Data Protection.",
      ],
    },
  },
  dead: {
    unknown: {
      title: "The link does not work",
      sentences: ["The link is not complete, or never was one. Please copy all of it again."],
    },
    revoked: {
      title: "The link was revoked",
      sentences: ["The organiser revoked the link. If you are interested in the event, ask them."],
    },
    expired: {
      title: "The deadline has passed",
      sentences: [
        "An answer can no longer be sent or changed here. To send somebody still, ask the organiser.",
      ],
    },
    over: {
      title: "Nominations are over",
      sentences: ["The event has been held, or was cancelled."],
    },
  },
  mail: {
    greeting: "Hello,",
    subject: (title) => `Nomination of participants: ${title}`,
    nudgeSubject: (title) => `Reminder to nominate participants: ${title}`,
    text: (title, when, where) =>
      `people of your organisation are invited to the event “${title}”${when === null ? "" : `, ${when}`}${where === null ? "" : `, ${where}`}.`,
    places: (n, deadline) =>
      `You may send ${n} ${people(n)} at most. Please answer by ${deadline}, even if you send nobody.`,
    button: "Nominate",
    note: "The link is for your organisation only; whoever has it can answer for you.",
    why: "We write to the address that your organisation gave for dealings about the project.",
  },
  history: {
    "nomination.requested": "Organisation asked to nominate",
    "nomination.nudged": "Nomination reminded of",
    "nomination.revoked": "Nomination link revoked",
    "nomination.answered": "Organisation answered the request to nominate",
  },
  fields: {
    organisation: "Organisation",
    places: "Places",
    answerBy: "Answer by",
    nominated: "Nominated",
  },
};
