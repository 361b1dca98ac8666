import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const thingsOf = (n: number) => plural("en")(n, { one: "thing", other: "things" });

export const team: Texts["team"] = {
  title: "People and access",
  subtitle: "Who may open the project and in which role, and whom else it counts on.",
  workbook: "Download as Excel",
  fileName: "people-and-access",
  sheet: {
    members: "Members",
    account: "Account",
    function: "Function",
    agreedOn: "Agrees to messages since",
  },
  add: "Add a member",
  edit: "Edit",
  editOne: (name) => `Edit: ${name}`,
  remove: "Remove",
  removeOne: (name) => `Remove: ${name}`,
  save: "Save changes",
  columns: {
    name: "Name",
    role: "Role in the system",
    position: "Position in the project",
    email: "E-mail",
  },
  deactivated: "account closed",
  contacts: "Contacts without an account",
  contactsHint: "People who answer for something in the project without signing in.",
  noFunction: "function not given",
  agreement: {
    noEmail: "no e-mail",
    none: "sent no messages, no agreement is on record",
    since: (date) => `agrees to be sent messages since ${date}`,
    record: "Record agreement",
    withdraw: "Withdraw agreement",
  },
  newTitle: "New member",
  newLead:
    "Choose somebody who has an account, or invite a new person by e-mail. The invitation leaves at once.",
  editTitle: (name) => `${name}: role in the project`,
  removeTitle: (name) => `Remove from the team: ${name}`,
  removePlain:
    "They answer for nothing open in the project. Their access ends at once, the history stays.",
  removeItems: (n) =>
    `They answer for ${n} ${thingsOf(n)} in the project. Hand them over to somebody in the team; the access then ends at once.`,
  handOverTitle: "What is handed over",
  handOverMore: (n) => `and ${n} more`,
  submitRemoval: "Remove from the team",
  submitHandOver: "Hand over and remove",
  roleHints: {
    manager: "runs the project, changes everything and invites people",
    coordinator: "runs activities, milestones, indicator values and the log",
    finance: "records spending, completes milestones, writes in the log",
    reader: "only reads",
  },
  fields: {
    handedTo: "Taken over by",
    userId: "User of Osnova",
    userHint: "Who has an account already.",
    choose: "none of these, I will invite a new person",
    name: "Name",
    nameHint: "Only for a new person.",
    email: "E-mail",
    role: "Role in the project",
    position: "Position in the team",
    positionHint: "E.g. expert guarantor, methodologist.",
    heirId: "Who takes them over",
    chooseHeir: "choose a member",
  },
  fieldValues: {
    role: {
      manager: "project manager",
      coordinator: "coordinator",
      finance: "finance officer",
      reader: "reader",
    },
  },
  history: {
    "member.added": "Member added to the team",
    "member.edited": "Role of a member changed",
    "member.removed": "Member removed from the team",
  },
};
