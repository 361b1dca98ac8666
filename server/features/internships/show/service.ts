import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { listConfirmations } from "../../../../db/queries/internship-confirmations.ts";
import { listDays } from "../../../../db/queries/internship-days.ts";
import { listHosts, listTrainees } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { sumOccasionCosts } from "../../../../db/queries/occasion-costs.ts";
import { documentsOf } from "../../documents/service.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one internship; seven queries. */
export async function loadInternshipPage(
  db: Database,
  internship: Internship,
  { viewerId, readsPay }: { viewerId: number; readsPay: boolean },
) {
  const { id } = internship;
  const [trainees, hosts, days, confirmations, history, documents, costs] = await Promise.all([
    listTrainees(db, id),
    listHosts(db, id),
    listDays(db, { internshipId: id }),
    listConfirmations(db, id),
    listHistory(db, { objectType: "internship", objectId: id, limit: HISTORY_SHOWN }),
    documentsOf(db, { objectType: "internship", objectId: id, viewerId }),
    sumOccasionCosts(db, { internshipId: id }, readsPay),
  ]);
  return { internship, trainees, hosts, days, confirmations, history, documents, costs };
}

export type InternshipPage = Awaited<ReturnType<typeof loadInternshipPage>>;
