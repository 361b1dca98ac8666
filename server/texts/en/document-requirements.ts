import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const papers = plural("en");

const subjects = {
  project: "Project",
  event: "Event",
  internship: "Internship",
  output: "Output",
  expenditure: "Expenditure",
};

export const documentRequirements: Texts["documentRequirements"] = {
  title: "Required documents",
  file: "required-documents",
  xlsx: "Download as Excel",
  summary: (present, owed) => `${present} of ${owed} required documents are there or waived.`,
  count: (n) => `${n} ${papers(n, { one: "required document", other: "required documents" })}`,
  subjects,
  allSubjects: "Everything",
  show: { label: "Show", missing: "Missing only", all: "All" },
  columns: {
    name: "Document",
    object: "Belongs to",
    owedOn: "Owed since",
    state: "State",
    reason: "Why it is not needed",
    action: "Action",
  },
  states: { missing: "Missing", present: "There", waived: "Not needed" },
  upload: "Upload",
  open: "Open",
  waive: "Not needed",
  unwaive: "Needed after all",
  waiver: {
    title: "The document is not needed",
    reason: "Why the project need not have it",
    submit: "Save",
  },
  nothingOwed: {
    text: "The project owes no document yet.",
    detail:
      "Required documents appear once the project runs and its events and internships are over.",
  },
  complete: { text: "Nothing is missing, all required documents are there." },
  completeHere: "Nothing is missing here.",
  clear: "Clear the filter",
  definitions: {
    title: "Required documents",
    subtitle:
      "What has to be there of a project, an event, an internship, an output and an expenditure.",
    add: "Add a required document",
    newTitle: "New required document",
    editTitle: "Edit a required document",
    since: (day) => `since ${day}`,
    finishedProject: "once it has ended",
    provedBy: (what) => `proof of attendance – ${what}`,
    every: {
      project: "A running project",
      event: "Every event",
      internship: "Every internship",
      output: "Every output that is done",
      expenditure: "Every recorded expenditure but pay",
    },
    columns: {
      name: "Document",
      appliesTo: "Applies to",
      category: "Category",
      validity: "Validity",
    },
    fields: {
      appliesTo: "Applies to",
      category: "Category of the document",
      isMetByCategory: "Any document of this category on the record will do",
      dueDays: "Due within how many days",
      isSignedOriginal: "It has to be a signed original",
      source: "Where the duty is written",
    },
    hints: {
      isMetByCategory:
        "Otherwise only a file uploaded on the page of required documents counts as this one.",
      validity: "What counts is the day since which the document is owed.",
      dueDays:
        "From the end of the event or internship, the day the output was done or the start of the project. Then the document is overdue.",
    },
  },
  history: {
    "document.waived": "Required document waived",
    "document.unwaived": "Required document needed again",
    "document-requirement.created": "Required document added",
    "document-requirement.edited": "Required document edited",
  },
  fields: {
    requirement: "Required document",
    reason: "Reason",
    nameCs: "Czech",
    nameEn: "English",
    appliesTo: "Applies to",
    category: "Category",
    isSignedOriginal: "Signed original",
    isMetByCategory: "Any document of the category will do",
    dueDays: "Due within (days)",
    validFrom: "Valid from",
    validTo: "Valid until",
    source: "Where the duty is written",
    position: "Order",
  },
};
