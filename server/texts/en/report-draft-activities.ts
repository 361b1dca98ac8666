import type { draftedActivities as czech } from "../cs/report-draft-activities.ts";
import { capital, counted, personsOf } from "./report-draft-words.ts";

const were = (n: number) => (n === 1 ? "was" : "were");

export const draftedActivities: typeof czech = {
  done: {
    attended: (n, women) => `${capital(personsOf(n, women))} took part.`,
    heads: (n) => `Events without a list of names were attended by ${counted("person", n)}.`,
    support: (hours, printed, electronic) =>
      `${counted("hour", hours, printed)} of support ${were(hours)} given${
        electronic === null ? "." : `, ${electronic} of it online.`
      }`,
    persons: (n, women) => personsOf(n, women),
    hours: (hours, printed) => `${counted("hour", hours, printed)} of support`,
    event: (kind, title) => `${capital(kind)} ${title}`,
    trainees: (n) => counted("trainee", n),
    eventsHeading: "List of events:",
    internships: (n) => `${counted("internship", n)} took place:`,
    entriesHeading: "Other work:",
    percentMoved: (from, to) => `Completion of the activity rose from ${from} to ${to}.`,
    percentFell: (from, to) => `Completion of the activity was lowered from ${from} to ${to}.`,
    percentFirst: (to) => `Completion of the activity is ${to}.`,
    percentSame: (at) => `Completion of the activity stays at ${at}.`,
    lateSupport: (hours) => `Support added afterwards: ${hours}.`,
    milestones: (titles) => `Achieved: ${titles}.`,
    onDay: (title, date) => `${title} (${date})`,
    campaign: (kind, title) => `${kind === "spot" ? "Spot" : "Campaign"} ${title}`,
    reach: (n, printed) => `reached ${counted("person", n, printed)}`,
    none: {
      done: "The activity is complete, no work was done on it in this period.",
      cancelled: "The activity was cancelled.",
      notBegun: (date) => `No work in this period; the activity is scheduled to begin on ${date}.`,
      over: (date) => `No work in this period; the activity was scheduled to end on ${date}.`,
      running: "No work on the activity is recorded in this period.",
    },
  },
  purpose: {
    goal: (goal) => `The work served the goal of the activity: ${goal}`,
    methods: (kinds) => `Forms used: ${kinds}.`,
    inPerson: (places) => `The events were held in person, place: ${places}.`,
    inPersonOnly: "The events were held in person.",
    online: "The events were held online.",
    both: (places) => `The events were held in person and online, place: ${places}.`,
    bothOnly: "The events were held in person and online.",
    accredited: (numbers) => `Accreditation of the programme: ${numbers}.`,
    aims: (aims) => `Content of the events: ${aims}`,
    goalAlone: (goal) => `Goal of the activity: ${goal}`,
    internship: "internship",
    hosts: (n, names) => `${n === 1 ? "Host" : "Hosts"}: ${names}.`,
  },
  outputs: {
    heading: "Outputs completed:",
    kinds: {
      document: "document",
      methodology: "methodology",
      campaign: "campaign",
      application: "application",
      position: "position",
      other: "output",
    },
    finished: (date) => `completed on ${date}`,
    approved: (date, body) =>
      body === null ? `approved on ${date}` : `approved on ${date} (${body})`,
    published: (date, url) =>
      url === null ? `published on ${date}` : `published on ${date} at ${url}`,
    proof: (proof) => `proof: ${proof}`,
    proofs: (list) => `Proof: ${list}.`,
    none: "No planned output was completed in this period.",
    certificates: (n) => counted("certificate", n),
    sheets: (n) => `attendance sheets (${n})`,
    minutes: (n) => `minutes of meetings (${n})`,
    papers: (n) => `other papers (${n})`,
    conclusions: "Conclusions of meetings:",
  },
  deviations: {
    none: "The activity keeps to its schedule.",
    noneOfDone: "No deviations.",
    cancelled: (event, date, reason) =>
      `${capital(event)} planned for ${date} did not take place${
        reason === null ? "." : `: ${reason}`
      }`,
    internshipCancelled: (title, reason) =>
      `The internship ${title} did not take place${reason === null ? "." : `: ${reason}`}`,
    missed: (title, due) => `${title}, due ${due}, was not met.`,
    expected: (date) => `It is expected on ${date}.`,
    moved: (title, from, to) => `${title} was moved from ${from} to ${to}.`,
    reason: (reason) => `Reason: ${reason}`,
    late: (title, done, due) => `${title}: done on ${done}, after its due date ${due}.`,
    shifted: (code, to) => `The end of ${code} was changed to ${to}.`,
    overrun: (date) => `The activity was scheduled to end on ${date} and is not complete yet.`,
    risk: (title) => `A risk has occurred: ${title}`,
    remedy: (measure) => `Measure: ${measure}`,
  },
  plan: {
    events: (list) => `Planned for the next period: ${list}.`,
    internships: (n) => `Internships planned: ${n}.`,
    milestonesHeading: "Due in the next period:",
    tasksHeading: "Next steps:",
    until: (title, date) => `${title}: by ${date}`,
    overdue: (title, date) => `${title}: to be completed, overdue since ${date}`,
    goesOn: (date) => `The activity goes on until ${date} as scheduled.`,
    begins: (date) => `The activity begins on ${date}.`,
    ended: "The project ends with this period, no further work is planned.",
    done: "The activity is complete, no further work is planned.",
    goesOnUndated: "The activity goes on as scheduled.",
  },
};
