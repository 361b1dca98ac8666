import type { Texts } from "../index.ts";

export const statuses: Texts["statuses"] = {
  title: "Project status",
  newTitle: "Record status",
  correctTitle: "Correct status",
  record: "Record status",
  save: "Record status",
  saveCorrection: "Save correction",
  lead: "How the project stands, in one sentence. Management and the monthly summary will show it.",
  correctionLead: "What was said first stays in the history; the correction will hold.",
  healthHints: {
    "on-track": "going by schedule and budget",
    "at-risk": "something threatens, we are dealing with it",
    "off-track": "late, or a problem we cannot solve ourselves",
    "on-hold": "work has stopped",
  },
  decision: "Decision needed from the head",
  correct: "Correct",
  corrected: "corrected",
  isCorrection: "correction",
  current: "current status",
  recordedBy: (author, when) => `recorded ${when}, ${author}`,
  recordedByNobody: (when) => `recorded ${when}`,
  asOf: (date) => `as of ${date}`,
  empty: {
    text: "Nobody has recorded a status yet.",
    detail: "Choose a colour and write one sentence; it takes half a minute.",
  },
  fields: {
    health: "Status",
    sentence: "In one sentence",
    sentenceHint: "What goes well, what is stuck and what is done about it.",
    decisionNeeded: "Decision needed from the head",
    decisionHint: "Only when the head has to decide something.",
    validOn: "As of",
  },
  fieldValues: {
    health: {
      "on-track": "On track",
      "at-risk": "At risk",
      "off-track": "Off track",
      "on-hold": "On hold",
    },
  },
  history: {
    "status.recorded": "Project status recorded",
    "status.corrected": "Project status corrected",
  },
};
