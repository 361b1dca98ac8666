import type { UserAccount, UserName } from "../../../../db/queries/user-accounts.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { type Handed, handoverKey } from "./rules.ts";

interface Page {
  user: UserAccount;
  things: Handed[];
  /** Cards and measures of strategic plans. */
  inPlans: number;
  successors: UserName[];
}

/** What somebody leaving answers for, with a choice of who takes it: one person, or others row by row. */
export function presentHandover(
  state: FormState,
  { user, things, inPlans, successors }: Page,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { handover } = texts.users;
  const people = successors
    .filter(({ id }) => id !== user.id)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  const everything = {
    type: "select" as const,
    name: "everything",
    label: handover.everything,
    hint: handover.everythingHint,
    width: "medium" as const,
    options: [{ value: "", label: handover.choose }, ...people],
  };
  const rowOptions = [{ value: "", label: handover.same }, ...people];
  const rows = things.map((thing) => presentThing(thing, { texts, formats }));
  const fields = presentFields(
    rows.map(({ name, label }) => ({
      type: "select" as const,
      name,
      label,
      isLabelHidden: true,
      options: rowOptions,
    })),
    state,
    texts,
  );
  const isEmpty = things.length + inPlans === 0;
  return {
    pageHeader: { title: handover.title(user.name), subtitle: user.email },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.userDeactivation(user.id),
    intro: isEmpty ? handover.nothing : handover.summary(things.length + inPlans),
    inPlans: inPlans === 0 ? null : handover.inPlans(inPlans),
    everything: isEmpty ? null : presentFields([everything], state, texts)[0],
    columns: handover.columns,
    rows: rows.map((row, index) => ({ ...row, field: fields[index] })),
    formFooter: {
      submit: isEmpty ? handover.submitPlain : handover.submit,
      isDanger: true,
      cancel: { href: paths.user(user.id) },
    },
  };
}

function presentThing(thing: Handed, { texts, formats }: { texts: Texts; formats: Formats }) {
  const { handover } = texts.users;
  const kind = handover.kinds[thing.kind];
  const title =
    thing.kind === "project" ? thing.projectName : (thing.title ?? texts.events.confidential);
  return {
    name: `to-${handoverKey(thing)}`,
    label: handover.to(`${kind} ${title}`),
    kind,
    title,
    project: thing.projectName,
    projectHref: paths.project(thing.projectId),
    due: thing.kind !== "project" && thing.dueOn ? formats.date(thing.dueOn) : "",
  };
}
