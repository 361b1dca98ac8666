import type { Response } from "express";
import type { Database } from "../../../db/connection.ts";
import {
  listRemovedLinks,
  listShownLinks,
  type ShownLink,
} from "../../../db/queries/card-link-list.ts";
import { viewersReach } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { activityCode } from "../activities/rules.ts";
import { standingOfLink } from "./rules.ts";
import { calledProject, coveragePill } from "./words.ts";

/** The model of `views/card-links/_box.ejs`: what a card leads to, as its reader may know it. */
export async function linkBoxOf(
  db: Database,
  res: Response,
  card: { id: number; planId: number },
  canEdit: boolean,
) {
  const reach = viewersReach(res);
  const [links, removed] = await Promise.all([
    listShownLinks(db, { cardIds: [card.id] }, reach),
    canEdit ? listRemovedLinks(db, card.id, reach) : [],
  ]);
  const { box } = res.locals.texts.cardLinks;
  return {
    title: box.title,
    rows: links.map((link) => presentLink(link, card, res, canEdit)),
    none: links.length === 0 ? box.none : null,
    removed: presentRemoved(removed, links, card, res),
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

/** What people took away and nobody has linked anew, each once. */
function presentRemoved(
  removed: readonly ShownLink[],
  living: readonly ShownLink[],
  { id: cardId, planId }: { id: number; planId: number },
  res: Response,
) {
  const { texts, formats } = res.locals;
  const { box } = texts.cardLinks;
  const there = new Set(living.map(whereTo));
  const away = new Map(removed.toReversed().map((link) => [whereTo(link), link]));
  const links = [...away].filter(([where]) => !there.has(where)).map(([, link]) => link);
  if (links.length === 0) return null;
  return {
    ...{ title: box.removed(formats.number(links.length)), lead: box.removedLead },
    rows: links.map((link) => {
      const name = calledProject(link, texts);
      const action = paths.cardLinkRestoration(planId, cardId, link.id);
      return {
        ...{ name, facts: factsOf(link, res), measure: link.measureText, action },
        ...{ label: box.restore, of: box.restoreOf(name) },
      };
    }),
  };
}

/** Two links that lead to the same from the same place. */
function whereTo({ linkedId, registrationNumber, projectName, measureId, activityId }: ShownLink) {
  return [linkedId ?? registrationNumber ?? projectName, measureId, activityId].join(" ");
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
