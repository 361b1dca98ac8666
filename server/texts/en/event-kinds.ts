import type { Texts } from "../index.ts";

export const eventKinds: Texts["eventKinds"] = {
  title: "Kinds of events",
  subtitle: "What a kind proposes each event may change. Events there are already do not change.",
  add: "Add a kind",
  columns: {
    label: "Kind",
    support: "Counts as support",
    closing: "Proof of attendance",
    confidential: "Confidential",
    count: "Events",
  },
  form: {
    newTitle: "New kind of event",
    editTitle: "Edit the kind of event",
    codeHint: "Small letters without diacritics, digits and hyphens; it does not change later.",
    lead: "Events of this kind that there are already do not change.",
    countsAsSupport: "Propose to count as support",
    closing: "Proposed proof of attendance",
    isConfidential: "Propose as confidential",
    isMeeting: "It is a meeting: with an agenda, minutes and tasks",
  },
  history: {
    "event-kind.created": "Kind of event added",
    "event-kind.edited": "Kind of event edited",
  },
  fields: {
    labelCs: "Czech",
    labelEn: "English",
    countsAsSupport: "Counts as support",
    isMeeting: "Meeting",
    isConfidential: "Confidential",
    closing: "Proof of attendance",
    position: "Order",
    validFrom: "Valid from",
    validTo: "Valid to",
  },
};
