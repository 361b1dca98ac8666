import { replaceCardDetails } from "../../../../db/queries/card-details.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { listTerms } from "../../../../db/queries/plan-terms.ts";
import { listPlanIds, lockPlan } from "../../../../db/queries/plans.ts";
import { listServices } from "../../../../db/queries/social-services.ts";
import type { Change } from "../../../change.ts";
import { listCardContents } from "../service.ts";
import { understanding } from "../understanding/rules.ts";

/** Understands the texts of all living cards anew: the words by which they are understood have changed. */
export async function rereadCards({ trx }: Change): Promise<void> {
  const services = await listServices(trx);
  const terms = await listTerms(trx);
  for (const planId of await listPlanIds(trx)) {
    await lockPlan(trx, planId);
    const understand = understanding({ services, terms, areas: await listAreas(trx, planId) });
    const cards = await listCardContents(trx, planId);
    await replaceCardDetails(
      trx,
      cards.map(({ id, content }) => {
        const { terms: named, services: kinds, goals } = understand(content);
        return { cardId: id, terms: named, services: kinds, goals };
      }),
    );
  }
}
