import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const outputsOf = plural("en");

const states = {
  planned: "Not begun",
  draft: "Draft",
  commented: "For comments",
  approved: "Approved",
  published: "Published",
  counted: "Counted",
};

const kinds = {
  document: "Document",
  methodology: "Methodology",
  campaign: "Campaign, spot, materials",
  application: "Application, web",
  position: "Position filled",
  other: "Other output",
};

export const outputs: Texts["outputs"] = {
  title: "Outputs",
  subtitle: "Plans, methodologies, spots and other outputs, from the draft to the indicator.",
  file: "outputs",
  xlsx: "Download as Excel",
  all: "All",
  allKinds: "All kinds",
  noKind: "Output",
  plan: "Plan an output",
  begin: "Begin a draft",
  beginOne: (title) => `Begin a draft: ${title}`,
  toMilestone: "Milestone of the output",
  ofMilestone: "Output as a document",
  count: (n) => `${n} ${outputsOf(n, { one: "output", other: "outputs" })}`,
  until: (day) => `until ${day}`,
  doneWithoutPaper: "Done",
  approvedAt: (body, meeting, day) => `${body}, ${meeting} ${day}`,
  states,
  kinds,
  columns: {
    title: "Output",
    activity: "Activity",
    kind: "Kind",
    due: "Due",
    owner: "Responsible",
    state: "State",
    wording: "Wording",
    comments: "To settle",
    approved: "Approved",
    approver: "Approved by",
    published: "Published",
    counted: "Counted",
    action: "Action",
  },
  empty: {
    text: "The project has no planned output yet.",
    detail:
      "An output is a milestone of the kind output: it has a due day, a responsible person and an activity.",
  },
  nothingMatches: { text: "No output matches the filter.", clear: "Clear the filter" },
  notices: {
    cancelled: (day) => `The milestone of the output was cancelled on ${day}.`,
    newerVersion: (approved, newest) =>
      `Version ${approved} was approved; version ${newest} has been uploaded since. If needed, return the output and approve it again.`,
    mustBePublished: "The indicator counts a document only once it is published.",
  },
  show: {
    title: "Details",
    steps: "Progress",
    history: "History",
    stateOn: (state, day) => `${state} ${day}`,
    facts: {
      activity: "Key activity",
      due: "Due",
      owner: "Responsible",
      nobody: "not stated",
      commentsBy: "Comments until",
      approved: "Approved",
      wording: "Approved wording",
      published: "Published",
      counted: "Counted",
      indicator: "Indicator",
    },
  },
  fields: {
    documentId: "Document",
    noDocument: "— upload a document of the output first —",
    commentsBy: "Comments until",
    approvedOn: "Approved on",
    bodyId: "Approved by",
    noBody: "— not stated —",
    eventId: "At the meeting",
    noMeeting: "— outside a meeting —",
    publishedOn: "Published on",
    publicationUrl: "Address of the publication",
    doneOn: "Count as of",
    proof: "Proof",
    indicatorId: "Record a value of an indicator",
    noIndicator: "— do not record —",
    note: "Note",
    reason: "Reason",
  },
  hints: {
    documentId: "Documents uploaded to the output. What is approved is the latest version.",
    publicationUrl: "Link to the website where the public finds the output.",
    proof: "What the output is proved by, e.g. a link, a resolution, a file number.",
    indicatorId:
      "Only indicators whose values are entered by hand. Those counted from the records count the output by themselves.",
  },
  steps: {
    commenting: {
      action: "Ask for comments",
      title: "Ask for comments on the output",
      lead: "From now on the team may write comments on the output.",
      submit: "Ask for comments",
    },
    approval: {
      action: "Approve",
      title: "Approval of the output",
      lead: "An output may be approved once all comments are settled.",
      submit: "Approve the output",
    },
    publication: {
      action: "Publish",
      title: "Publication of the output",
      lead: "Record when and where the output was published.",
      submit: "Record the publication",
    },
    counting: {
      action: "Count",
      title: "Counting of the output",
      lead: "The milestone is marked as done and the output enters the indicators.",
      submit: "Count the output",
    },
    return: {
      action: "Return one step",
      title: "Return of the output",
      lead: "A commented or approved output goes back to be edited, a published one is approved again. The milestone of a counted one opens again and its value is taken out of the indicator.",
      submit: "Return",
    },
  },
  history: {
    "output.begun": "Draft of the output begun",
    "output.commenting": "Comments on the output asked for",
    "output.approval": "Output approved",
    "output.publication": "Output published",
    "output.counting": "Output counted",
    "output.return": "Output returned one step",
  },
  fieldValues: { state: states },
};
