import type { OwnTask } from "../../../../db/queries/own-tasks.ts";
import { paths } from "../../../paths.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { statementPill, type Wording } from "../words.ts";
import type { MyCard } from "./service.ts";
import { presentTasks } from "./tasks-presenter.ts";

/** What the viewer has to do, and cards that they answer for or stand in for: first those awaiting a word. */
export function presentMine(
  { cards, tasks }: { cards: readonly MyCard[]; tasks: readonly OwnTask[] },
  { userId }: { userId: number },
  wording: Wording,
) {
  const { mine } = wording.texts.cardStatements;
  const plans = (isAwaited: boolean) =>
    byPlan(cards.filter((card) => card.isAwaited === isAwaited)).map(([first, ...rest]) => ({
      href: paths.plan(first.planId),
      title: first.planTitle,
      rows: [first, ...rest].map((card) => presentCard(card, userId, wording)),
    }));
  return {
    pageHeader: { title: mine.title, subtitle: mine.subtitle },
    columns: mine.columns,
    hasCards: cards.length > 0,
    tasks: presentTasks(tasks, { userId }, wording),
    waiting: { title: mine.waiting, nothing: mine.nothingWaits, plans: plans(true) },
    others: { title: mine.others, plans: plans(false) },
    empty:
      cards.length > 0 || tasks.length > 0
        ? null
        : {
            text: mine.empty,
            detail: mine.emptyDetail,
            icon: "clipboard-check",
            second: { href: paths.plans(), label: mine.plans },
          },
  };
}

function byPlan(cards: readonly MyCard[]): [MyCard, ...MyCard[]][] {
  const groups = groupedBy(cards, ({ planId }) => planId).values();
  return [...groups].flatMap(([first, ...rest]) => (first ? [[first, ...rest]] : []));
}

function presentCard(card: MyCard, userId: number, { texts, formats }: Wording) {
  const { mine } = texts.cardStatements;
  const { planId, id, last, measures, measuresDone } = card;
  return {
    href: paths.card(planId, id),
    number: card.number,
    name: card.name,
    note: card.ownerUserId === userId ? null : mine.insteadOf(card.ownerName),
    measures:
      measures === 0
        ? mine.noMeasures
        : mine.measures(formats.number(measuresDone), formats.number(measures)),
    last: last ? { year: String(last.year), pill: statementPill(last.state, texts) } : null,
    never: mine.never,
    action: presentAction(card, mine),
  };
}

function presentAction(
  { planId, id, year, isAwaited, last }: MyCard,
  mine: Wording["texts"]["cardStatements"]["mine"],
) {
  const spoken = isAwaited ? year : (last?.year ?? year);
  if (spoken === null) return null;
  const text = String(spoken);
  const isSaid = last?.year === spoken;
  return {
    href: paths.editStatement(planId, id, spoken),
    label: isSaid ? mine.correct(text) : mine.answer(text),
    isPrimary: isAwaited,
  };
}
