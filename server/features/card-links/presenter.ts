import type { Response } from "express";
import type { Database } from "../../../db/connection.ts";
import { listShownLinks, type ShownLink } from "../../../db/queries/card-link-list.ts";
import { viewersReach } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { activityCode } from "../activities/rules.ts";
import { standingOfLink } from "./rules.ts";
import { calledProject, coveragePill } from "./words.ts";

/** The model of `views/card-links/_box.ejs`: what a card leads to, as its reader may know it; one query. */
export async function linkBoxOf(
  db: Database,
  res: Response,
  card: { id: number; planId: number },
  canEdit: boolean,
) {
  const links = await listShownLinks(db, { cardIds: [card.id] }, viewersReach(res));
  const { box } = res.locals.texts.cardLinks;
  return {
    title: box.title,
    rows: links.map((link) => presentLink(link, card, res, canEdit)),
    none: links.length === 0 ? box.none : null,
    add: canEdit ? { href: paths.newCardLink(card.planId, card.id), label: box.add } : null,
  };
}

function presentLink(
  link: ShownLink,
  { id: cardId, planId }: { id: number; planId: number },
  res: Response,
  canEdit: boolean,
) {
  const { texts, today } = res.locals;
  const { box } = texts.cardLinks;
  const name = calledProject(link, texts);
  const edit = { href: paths.editCardLink(planId, cardId, link.id), label: box.edit };
  const removal = { action: paths.cardLinkArchiving(planId, cardId, link.id), label: box.remove };
  return {
    name,
    href: link.projectId === null ? null : paths.project(link.projectId),
    title: link.projectTitle,
    pill: coveragePill(standingOfLink(link, today), texts),
    facts: factsOf(link, res),
    measure: link.measureText === null ? null : box.measure(link.measureText),
    note: link.note,
    edit: canEdit && !link.isElsewhere ? { ...edit, of: box.editOf(name) } : null,
    removal: canEdit ? { ...removal, of: box.removeOf(name) } : null,
  };
}

function factsOf(link: ShownLink, res: Response): string[] {
  const { box } = res.locals.texts.cardLinks;
  const { registrationNumber: number, activityNumber, activityParentNumber } = link;
  const code =
    activityNumber === null
      ? null
      : activityCode({ number: activityNumber, parentNumber: activityParentNumber });
  const isNamed = link.projectId === null && !link.isElsewhere;
  const facts = [
    number !== null && calledProject(link, res.locals.texts) !== number && box.number(number),
    code !== null && box.activity(`${code} ${link.activityTitle ?? ""}`),
    isNamed && (number === null ? box.namedOnly : box.named),
    link.origin === "number" && box.found,
  ];
  return facts.filter((fact) => fact !== false);
}
