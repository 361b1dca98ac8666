import type { ShownLink } from "../../../../db/queries/card-link-list.ts";
import type { CardCoverage } from "../../card-links/coverage/service.ts";
import { calledProject } from "../../card-links/words.ts";
import type { Wording } from "../words.ts";

/** Where a card leads, each project once, as the reader may know it; how many are beyond their reach comes last. */
export function linkedTexts(
  links: readonly ShownLink[],
  coverage: CardCoverage | undefined,
  { texts }: Pick<Wording, "texts">,
): string[] {
  const standings = new Map(coverage?.links.map(({ id, standing }) => [id, standing]));
  const named = links
    .filter(({ isElsewhere }) => !isElsewhere)
    .map((link) => {
      const standing = texts.cardLinks.shortStates[standings.get(link.id) ?? "named"];
      const name = calledProject(link, texts);
      const number = link.registrationNumber;
      const called = number === null || number === name ? name : `${name} (${number})`;
      return `${called} – ${standing}`;
    });
  const all = new Set(coverage?.projects.map(({ projectId }) => projectId));
  for (const { projectId } of links) if (projectId !== null) all.delete(projectId);
  const elsewhere = all.size > 0 ? [texts.planExports.cards.elsewhere(all.size)] : [];
  return [...new Set(named), ...elsewhere];
}
