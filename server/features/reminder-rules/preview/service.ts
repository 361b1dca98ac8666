import {
  listReminderRecipients,
  type ReminderRecipient,
} from "../../../../db/queries/reminder-recipients.ts";
import { listReminderRules, type ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import type { Deps } from "../../../deps.ts";
import { foreseeByRules } from "../../reminders/foresight/service.ts";
import { type RemindedObject, unruledObjects } from "../rules.ts";
import { type Comparison, compareDigests } from "./rules.ts";

const PREVIEWED_DAYS = 30;

export interface RulePreview {
  comparison: Comparison;
  recipients: ReminderRecipient[];
  /** What nobody would be reminded of any more. */
  silenced: RemindedObject[];
}

/** What the coming days would send if the rules were as `changed` makes them; nothing is written. */
export async function previewRules(
  deps: Pick<Deps, "db" | "clock">,
  changed: (rules: ReminderRule[]) => ReminderRule[],
): Promise<RulePreview> {
  const rules = (await listReminderRules(deps.db)).filter(({ isArchived }) => !isArchived);
  const after = changed(rules);
  const [was = [], is = []] = await foreseeByRules(deps, PREVIEWED_DAYS, [rules, after]);
  const comparison = compareDigests(was, is);
  const silent = unruledObjects(rules);
  return {
    comparison,
    recipients: await recipientsOf(deps, comparison),
    silenced: unruledObjects(after).filter((object) => !silent.includes(object)),
  };
}

function recipientsOf({ db }: Pick<Deps, "db">, { people }: Comparison) {
  const idsOf = (kind: string) =>
    people
      .map(({ key }) => key.split(":"))
      .filter(([of]) => of === kind)
      .map(([, id]) => Number(id));
  return listReminderRecipients(db, { userIds: idsOf("user"), contactIds: idsOf("contact") });
}
