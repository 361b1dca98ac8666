import type { RecordedAct } from "../../../../db/queries/month-acts.ts";
import { paths } from "../../../paths.ts";
import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import { lastDayOf, type Month } from "../../../values/month.ts";
import { withQuery } from "../../../web/query-string.ts";
import { missingHref, missingText } from "../missing/words.ts";
import type { Wording } from "../words.ts";
import type { ClosingBoard } from "./board.ts";
import { isOver, stepsOf } from "./rules.ts";

export interface MayDo {
  close: boolean;
  nudge: boolean;
  writeTimesheets: boolean;
}

interface Place {
  projectId: number;
  month: Month;
  /** The revision on the page; null: the figures of today. */
  shown: number | null;
  may: MayDo;
  /** The viewer is a manager of the project: asks the team rather than themself. */
  isManager: boolean;
}

type Reading = Wording & { today: CalendarDate };

const TONES = { open: "yellow", reopened: "yellow", closed: "green" } as const;

/** The card on which a project's month is closed: `views/months/_closing.ejs`. */
export function presentClosingCard(board: ClosingBoard, place: Place, reading: Reading) {
  const { texts, today } = reading;
  const { monthClosing: words } = texts;
  const isRunning = board.state === "open" && !isOver(place.month, today);
  return {
    title: words.title,
    pill: {
      tone: isRunning ? "grey" : TONES[board.state],
      label: words.states[isRunning ? "running" : board.state],
    },
    sentences: sentencesOf(board, place, reading),
    missing: presentMissing(board, place, reading),
    steps: presentSteps(board, place, reading),
    revisions: presentRevisions(board, place, reading),
    acts: presentActs(board, reading),
    words,
  };
}

function sentencesOf(board: ClosingBoard, { month }: Place, reading: Reading): string[] {
  const { texts, formats, today } = reading;
  const { monthClosing: words } = texts;
  const { mailedAt, state, acts } = board;
  const mendable = state === "closed" ? [words.canBeMended] : [];
  const isToWait = acts.length === 0 && !isOver(month, today);
  return [
    ...acts.slice(0, 1).map((act) => actSentence(act, reading)),
    ...(isToWait ? [words.closable(formats.date(addDays(lastDayOf(month), 1)))] : []),
    ...(mailedAt === null ? mendable : [words.mailed(formats.dateTime(mailedAt))]),
  ];
}

function actSentence(
  { act, authorName, recordedAt, revision }: RecordedAct,
  { texts, formats }: Wording,
): string {
  const { monthClosing: words } = texts;
  const [who, when] = [authorName ?? words.system, formats.dateTime(recordedAt)];
  if (act === "reopened") return words.reopenedBy(who, when);
  return (act === "closed" ? words.closedBy : words.mendedBy)(who, when, revision ?? 0);
}

function presentMissing(
  { missing }: ClosingBoard,
  { projectId, month, may }: Place,
  reading: Reading,
) {
  if (missing === null) return null;
  const { texts, today } = reading;
  const words = texts.monthClosing.missing;
  return {
    title: words.title,
    none: isOver(month, today) ? words.complete : words.completeRunning,
    items: missing.map((item) => {
      const text = missingText(item, texts);
      const { writeTimesheets: writesTimesheets } = may;
      const href = missingHref(item.kind, { projectId, month, writesTimesheets });
      return { text, href, label: words.fillOne(text) };
    }),
    fill: words.fill,
  };
}

function presentSteps(board: ClosingBoard, place: Place, reading: Reading) {
  const { projectId, month, may } = place;
  const { texts, today } = reading;
  const { monthClosing: words } = texts;
  const isMailed = board.mailedAt !== null;
  const steps = stepsOf({ month, today, last: board.acts[0]?.act, isMailed });
  const step = <Step>(isOffered: boolean, offered: Step) =>
    may.close && isOffered ? offered : null;
  return {
    close: step(steps.close, { href: paths.newMonthClosing(projectId, month), label: words.close }),
    mend: step(steps.mend, { action: paths.monthMending(projectId, month), label: words.mend }),
    reopen: step(steps.reopen, {
      href: paths.newMonthReopening(projectId, month),
      label: words.reopen,
    }),
    nudge: presentNudge(board, place, reading),
  };
}

function presentNudge({ missing, nudgedOn }: ClosingBoard, place: Place, reading: Reading) {
  const { nudge } = reading.texts.monthClosing;
  if (!place.may.nudge || !missing || missing.length === 0) return null;
  return {
    action: paths.monthNudges(place.projectId, place.month),
    label: place.isManager ? nudge.team : nudge.manager,
    note: nudgeNote(nudgedOn, reading),
    isDone: nudgedOn === reading.today,
  };
}

/** When somebody was asked last: `upozorněno dnes`. */
export function nudgeNote(on: CalendarDate | null, { texts, formats, today }: Reading) {
  if (on === null) return null;
  const { nudge } = texts.monthClosing;
  return on === today ? nudge.today : nudge.last(formats.date(on));
}

function presentRevisions(
  { revisions }: ClosingBoard,
  { projectId, month, shown }: Place,
  { texts, formats }: Reading,
) {
  const words = texts.monthClosing.revisions;
  const page = paths.month(projectId, month);
  return {
    title: words.title,
    rows: revisions.map(({ revision, state, asOf }) => ({
      label: words.one(revision),
      note: words.when(words.states[state], formats.dateTime(asOf)),
      href: revision === shown ? null : withQuery(page, { version: revision }),
    })),
    shown: words.shown,
    today: shown === null ? null : { href: page, label: words.today },
  };
}

function presentActs({ acts }: ClosingBoard, { texts, formats }: Reading) {
  const { acts: words, system } = texts.monthClosing;
  return {
    title: words.title,
    rows: acts.map(({ act, revision, reason, recordedAt, authorName }) => ({
      what:
        revision === null || act === "reopened"
          ? words.names[act]
          : words.withRevision(words.names[act], revision),
      reason,
      when: formats.dateTime(recordedAt),
      who: authorName ?? system,
    })),
  };
}
