import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const persons = (n: number) => `${n} ${plural("en")(n, { one: "person", other: "persons" })}`;

export const personalData: Texts["personalData"] = {
  accesses: {
    title: "Accesses to personal data",
    subtitle:
      "Who viewed, searched or printed data of participants, and when. No names here, only codes.",
    columns: { when: "When", who: "Who", what: "What", whom: "Whom", project: "Project" },
    filters: { any: "All", person: "User", project: "Project", action: "Action" },
    actions: {
      view: "View",
      search: "Search",
      export: "Export",
      print: "Record to print",
      "open-document": "Document opened",
    },
    persons,
    nothing: "No access matches the selection.",
    link: "Accesses to personal data",
  },
  record: {
    title: "Everything kept about the person",
    asOf: (date) => `As of ${date}`,
    json: "Download as a JSON file",
    hidden:
      "The person also takes part in other projects. Whoever manages those gives out their data.",
    identity: "Personal data",
    merged: "Merged records",
    participation: (project) => `Participation in ${project}`,
    factColumns: ["Field", "Value"],
    values: {
      "in-person": "in person",
      electronic: "electronic",
      invited: "invited",
      registered: "registered",
      waiting: "waiting",
      declined: "declined",
      withdrawn: "withdrawn",
      present: "present",
      excused: "excused",
      absent: "absent",
      "left-early": "left early",
      pending: "waiting to be sent",
      sending: "being sent",
      sent: "sent",
      failed: "not delivered",
      cancelled: "cancelled",
      held: "held",
      uncertain: "uncertain",
    },
    sections: {
      exits: { title: "Ends of participation", columns: ["On", "Situation", "Note", "Withdrawn"] },
      support: { title: "Support", columns: ["On", "Source", "Form", "Minutes"] },
      registrations: {
        title: "Registrations",
        columns: ["When", "Project", "Event", "State", "Organisation"],
      },
      attendances: { title: "Attendance", columns: ["On", "Event", "State", "Minutes"] },
      internshipDays: {
        title: "Internships",
        columns: ["On", "Internship", "Host", "Minutes", "Diary"],
      },
      documents: { title: "Documents", columns: ["Uploaded", "Title", "File"] },
      certificates: { title: "Certificates", columns: ["Issued", "Project", "Number", "Minutes"] },
      mails: { title: "Messages sent", columns: ["When", "Kind", "State"] },
      accesses: { title: "Who viewed the data", columns: ["When", "Who", "Action", "Project"] },
    },
  },
  anonymisation: {
    title: "Anonymisation of a person",
    lead: "The code, sex, age at entry, codes for IS ESF and hours of support remain, so no result of a project changes.",
    keptUntil: (date) => `Records of the person's projects have to be kept until ${date}.`,
    noRule: "The rules of the programme do not say how long records are kept.",
    warning:
      "Name, day of birth, address, contacts, disadvantage and personal documents are deleted for good.",
    reason: "Reason",
    reasons: {
      retention: "The time of retention is over",
      request: "A justified request of the person",
      mistake: "The person was entered by mistake",
    },
    note: "Justification",
    noteHint: "No personal data; it stays in the history. Required for a request and a mistake.",
    isSure: "I understand that it cannot be undone",
    submit: "Anonymise",
  },
};
