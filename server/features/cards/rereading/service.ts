import { replaceCardDetails } from "../../../../db/queries/card-details.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { listTerms } from "../../../../db/queries/plan-terms.ts";
import { lockPlans } from "../../../../db/queries/plans.ts";
import { listServices } from "../../../../db/queries/social-services.ts";
import type { Change } from "../../../change.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { listCardContents } from "../contents/service.ts";
import { detailsOf } from "../understanding/columns.ts";
import { understanding } from "../understanding/rules.ts";

/**
 * Understands the texts of all living cards anew: the words by which they are understood have changed. As many
 * statements for one plan as for ten.
 */
export async function rereadCards({ trx }: Change): Promise<void> {
  await lockPlans(trx);
  const services = await listServices(trx);
  const terms = await listTerms(trx);
  const areasOf = groupedBy(await listAreas(trx, "every plan"), ({ planId }) => planId);
  const cardsOf = groupedBy(await listCardContents(trx, "every plan"), ({ planId }) => planId);
  const details = [...cardsOf].flatMap(([planId, cards]) => {
    const understand = understanding({ services, terms, areas: areasOf.get(planId) ?? [] });
    const read = cards.map(({ content }) => ({ understood: understand(content) }));
    return detailsOf(
      read,
      cards.map(({ id }) => id),
    );
  });
  await replaceCardDetails(trx, details);
}
