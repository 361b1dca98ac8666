import type { Database } from "../../../../db/connection.ts";
import { type HistoryLine, listHistory } from "../../../../db/queries/audit-events.ts";
import { type CodeListItem, listCodeItems } from "../../../../db/queries/code-lists.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { findParticipant, type Participant } from "../../../../db/queries/participants.ts";
import { listExits, type ParticipationExit } from "../../../../db/queries/participation-exits.ts";
import type { Participation } from "../../../../db/queries/participations.ts";
import { listPersonSupport, type PersonSupport } from "../../../../db/queries/person-support.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import type { Config } from "../../../config.ts";
import { NotFound } from "../../../errors.ts";
import { type Disadvantage, readDisadvantage } from "../../personal-data/seal/service.ts";
import type { SupportRule } from "../../support/rules.ts";
import { loadSupportRule } from "../../support/service.ts";

export interface ParticipantPage {
  participation: Participation;
  person: Participant;
  /** Null when it was sealed with a key that is not known any more. */
  disadvantage: Disadvantage | null;
  items: CodeListItem[];
  exits: ParticipationExit[];
  support: PersonSupport[];
  history: HistoryLine[];
  rule: SupportRule;
}

const LISTS = ["esf-sex", "esf-labour-status", "esf-education", "esf-disadvantage", "esf-exit"];

/** Everything of a person in a project: six queries, however much there is. */
export async function loadParticipantPage(
  { db, config }: { db: Database; config: Config },
  project: ProjectInReach,
  participation: Participation,
): Promise<ParticipantPage> {
  const { id, participantId, disadvantageSealed } = participation;
  const [person, items, exits, support, history, rule] = await Promise.all([
    findParticipant(db, participantId),
    listCodeItems(db, { lists: LISTS, on: participation.enteredOn }),
    listExits(db, id, EVER),
    listPersonSupport(db, [id]),
    listHistory(db, { objectType: "participation", objectId: id }),
    loadSupportRule(db, project),
  ]);
  if (!person) throw new NotFound("participant");
  const disadvantage = readDisadvantage(config, id, disadvantageSealed);
  return { participation, person, disadvantage, items, exits, support, history, rule };
}
