import type { draftedChapters as czech } from "../cs/report-draft-chapters.ts";
import { capital, counted, personsOf } from "./report-draft-words.ts";

export const draftedChapters: typeof czech = {
  contact: (beneficiary, department) =>
    department === null
      ? `${beneficiary}, project team`
      : `${beneficiary}, ${department}, project team`,
  progress: {
    period: (number, range) => `Report no. ${number} covers the period ${range}.`,
    lastPeriod: (number, range) => `The final report no. ${number} covers the period ${range}.`,
    elapsed: (date, time) => `By ${date} ${time} of the project's time had elapsed.`,
    physical: (percent) => `The activities are ${percent} complete.`,
    physicalMoved: (from, to) => `Completion of the activities rose from ${from} to ${to}.`,
    people: (n, women) => `${capital(personsOf(n, women))} took part.`,
    supportedToDate: (n, hours) =>
      `Since the beginning of the project ${counted("person", n)} had support of ${hours}.`,
    milestones: "Milestones and outputs achieved:",
    activities: "Work on key activities:",
    activityMoved: (title, from, to) => `${title}: from ${from} to ${to}`,
    indicators: (met, all) => `Committed indicators with a target: ${all}, met: ${met}.`,
    money: (increment, toDate, share) =>
      `${increment} was spent in the period, ${toDate} since the beginning of the project${
        share === null ? "." : `, which is ${share} of the budget.`
      }`,
    team: "Changes in the project team:",
    positions: {
      filled: (name, date) => `position ${name} filled from ${date}`,
      vacated: (name, date) => `position ${name} vacated on ${date}`,
      advertised: (name, date) => `position ${name} advertised on ${date}`,
      cancelled: (name, date) => `position ${name} cancelled on ${date}`,
      vacant: (name, date) => `position ${name} vacant from ${date}`,
    },
    changes: "Changes of the project:",
    changeKinds: {
      decision: "change of the decision",
      insubstantial: "insubstantial change",
      substantial: "substantial change",
    },
    changeStates: {
      draft: "in preparation",
      announced: "submitted",
      approved: "approved",
      rejected: "rejected",
    },
    change: (number, kind, title, state, date) =>
      `no. ${number}, ${kind} ${title}: ${state} on ${date}`,
    resolutions: "Decisions of the region's bodies:",
    resolution: (body, number, date, title) =>
      `${body}${number === null ? "" : `, resolution no. ${number}`} (${date}): ${title}`,
    wholeProject: "Management of the project:",
  },
  problems: {
    status: (date, sentence) => `${date}: ${sentence}`,
    occurred: (title, description) =>
      description === null
        ? `The risk ${title} has occurred.`
        : `The risk ${title} has occurred: ${description}`,
    overdue: (list) => `Not met: ${list}.`,
    vacant: (names) => `Vacant positions of the project team: ${names}.`,
    measure: (title, measure) => `${title}: ${measure}`,
    expected: (title, date) => `${title}: expected on ${date}`,
  },
  targetGroup: {
    entered: (n) => `${counted("person", n)} entered the project in the period.`,
    noneEntered: "Nobody new entered the project in the period.",
    supported: (n, women, hours) =>
      `${capital(personsOf(n, women))} had support, ${hours} in total.`,
    newly: (n) => `${counted("person", n)} had it for the first time.`,
    reached: (n) => `${counted("person", n)} reached the threshold of support in the period.`,
    exited: (n) => `${counted("person", n)} left the project.`,
    groups: "Participants by target group since the beginning of the project:",
    group: (label, n, women, entered) =>
      `${label}: ${personsOf(n, women)}${entered === 0 ? "" : `, ${entered} new in the period`}`,
    unknownGroup: "Target group not given",
    heads: (n) =>
      `Events for the public without a list of names were attended by ${counted("person", n)}.`,
    late: (hours) => `Added for earlier periods after the last report was submitted: ${hours}.`,
    lateLess: (hours) =>
      `Support of earlier periods was lowered by ${hours} after the last report was submitted.`,
  },
  indicators: {
    increment: (change, before, now) =>
      `The period added ${change}, ${now} is achieved altogether (${before} before).`,
    decrease: (change, before, now) =>
      `The value fell by ${change} in the period, ${now} is achieved altogether (${before} before).`,
    rose: (before, now) => `The value rose from ${before} to ${now} in the period.`,
    fell: (before, now) => `The value fell from ${before} to ${now} in the period.`,
    stays: (now) => `The value has not changed in the period, it is ${now}.`,
    none: (now) => `No increment in the period, ${now} is achieved altogether.`,
    first: (now) => `${now} is achieved at the end of the period.`,
    unknown: "No value was recorded in the period.",
    target: (target, share) => `That is ${share} of the target ${target}.`,
    aim: (target) => `The target is ${target}.`,
    met: (target) => `The target ${target} is met.`,
    noTarget: "There is no target.",
    periodTarget: (target) => `${target} was planned for this period.`,
    late: (change) =>
      `${change} of it belongs to earlier periods and was written after the last report was submitted.`,
    computed: "The value is made of the project's records of participants, events and outputs.",
    text: (text) => `State at the end of the period: ${text}`,
  },
  publicity: {
    duties: "Publicity duties met:",
    lasting: (list) => `Publicity kept up since before: ${list}.`,
    campaigns: "Campaigns and spots:",
    events: "Events for the public:",
    papers: (n) => `${counted("document", n)} on publicity were filed.`,
    channels: (channels) => `channels: ${channels}`,
  },
  procurement: {
    heading: "Delivered under contracts in the period:",
    contract: (number, description, money) => `contract no. ${number}, ${description}: ${money}`,
    noted: (description, money, note) => `${description}: ${money} (${note})`,
  },
  income: {
    some: (number, money) => `Payment request no. ${number} states income of ${money}.`,
    none: (number) => `Payment request no. ${number} states no income for this period.`,
  },
  inspections: {
    kinds: {
      "on-the-spot": "on-the-spot control",
      desk: "desk control",
      audit: "audit",
      internal: "internal control",
    },
    control: (days, kind, body, subject) => `${days}: ${kind}, ${body}: ${subject}`,
    conclusion: (conclusion) => `Conclusion: ${conclusion}`,
    finding: (finding) => `Finding: ${finding}`,
    remedied: (remedy, date) =>
      remedy === null ? `Remedied on ${date}.` : `Remedy: ${remedy} Remedied on ${date}.`,
    toRemedy: (remedy, date) =>
      [
        remedy === null ? "" : `Remedy: ${remedy}`,
        date === null ? "" : `To be remedied by ${date}.`,
      ]
        .filter(Boolean)
        .join(" "),
    earlier: "Open findings of earlier controls:",
  },
  declarations: {
    statement:
      "The beneficiary declares that what the report states is true and documented in the project's files.",
    basis: (range) =>
      `Events, participants, indicators and expenditure of the period ${range} are taken from the project's records.`,
  },
  annexes: {
    sheets: (n) => `Attendance sheets (${n})`,
    minutes: (n) => `Minutes of meetings (${n})`,
    certificates: (n) => `Certificates of participants (${n})`,
    outputs: (title) => `Output ${title}`,
  },
  prompts: {
    "horizontal-principles/equal-opportunities":
      "Describe how the project ensured equal access and non-discrimination in the period.",
    "horizontal-principles/gender-equality":
      "Describe how the project helped equal opportunities of women and men in the period.",
    "problems/problem": "If a problem arose in the period, describe it.",
    "problems/solution":
      "Describe how the problem is being solved and what it does to the schedule.",
    "procurement/description": "Name public contracts announced or finished in the period.",
    "income/description": "State the project's income of the period.",
    "inspections/description": "Name controls that took place in the period and their conclusions.",
  },
};
