import type { Database } from "../../db/connection.ts";
import { isStillManagement, listHeadlines } from "../../db/queries/month-figures.ts";
import { findPortfolioMonth } from "../../db/queries/month-portfolios.ts";
import { listPreferences } from "../../db/queries/notification-preferences.ts";
import {
  healthChange,
  isContradicted,
  type PortfolioRow,
  type RegionFigures,
  regionFigures,
  signalOf,
} from "../features/months/ranking/rules.ts";
import { presentEscalated } from "../features/months/summaries/escalated.ts";
import { regionTiles } from "../features/months/summaries/region-presenter.ts";
import { decisionsOf, rankedRows } from "../features/months/summaries/service.ts";
import { decisionLines, nextOf } from "../features/months/summaries/words.ts";
import { waysEverywhere } from "../features/notification-preferences/rules.ts";
import { spentShare } from "../features/projects/totals/rules.ts";
import {
  type EscalatedThing,
  listEscalated,
} from "../features/reminder-rules/escalation/service.ts";
import { paths } from "../paths.ts";
import { type Formats, formatsFor } from "../texts/formats.ts";
import { type Texts, textsFor } from "../texts/index.ts";
import { type CalendarDate, pragueDay } from "../values/calendar-date.ts";
import type { Letter, LetterBuilder } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";
import { type WayOut, wayOut } from "./way-out.ts";
import { type MailWords, reworded } from "./wording.ts";

const MOST_ROWS = 25;

interface Words {
  texts: Texts;
  formats: Formats;
  absolute: (path: string) => string;
}

/** A month of all projects as it was reported, for management: the worst first, a link to the rest. */
export const monthlySummary: LetterBuilder = async (
  { db, config, wordings, today },
  { params, recipient },
) => {
  const month = String(params.month);
  const userId = recipient.userId ?? 0;
  if (!(await isStillManagement(db, userId))) return { unneeded: "not-management" };
  if (await isSwitchedOff(db, userId)) return { unneeded: "switched-off" };
  const { mailedAt, wasClosedWhenMailed } = await findPortfolioMonth(db, month);
  // Whatever is frozen between the handing over and the sending was not told.
  const headlines = await listHeadlines(db, { month, toldBy: mailedAt ?? undefined });
  if (headlines.length === 0) return { unneeded: "nothing-reported" };
  const { language } = recipient;
  const words = {
    texts: textsFor(language),
    formats: formatsFor(language),
    absolute: (path: string) => `${config.publicUrl}${path}`,
  };
  const reportedOn = pragueDay(headlines[0]?.asOf ?? "");
  const open = headlines.filter(({ state }) => state !== "frozen").length;
  const isClosed = wasClosedWhenMailed === true;
  const rows = rankedRows(headlines);
  const told = new Set(rows.map(({ projectId }) => projectId));
  const escalated = (await listEscalated(db, { today })).filter((one) => told.has(one.projectId));
  const letter = { month, reportedOn, language, isClosed, open, rows, escalated, today };
  const extra = { wayOut: wayOut({ config, recipient }, "summary"), reworded: wordings[language] };
  return write({ ...letter, ...extra }, words);
};

async function isSwitchedOff(db: Database, userId: number): Promise<boolean> {
  const preferences = (await listPreferences(db, [userId])).get(userId);
  return !preferences || waysEverywhere(preferences).summary === "off";
}

interface Summary {
  month: string;
  reportedOn: string;
  language: "cs" | "en";
  isClosed: boolean;
  /** Projects whose month was not closed. */
  open: number;
  rows: PortfolioRow[];
  escalated: EscalatedThing[];
  today: CalendarDate;
  wayOut: WayOut;
  reworded: MailWords | undefined;
}

function write(summary: Summary, words: Words): Letter {
  const { month, reportedOn, language, isClosed, rows } = summary;
  const { texts, formats, absolute } = words;
  const { mail } = texts.months;
  const region = regionFigures(rows);
  const name = formats.monthName(month);
  return renderLetter("monthly-summary", {
    language,
    subject: subjectOf(name, region, { isClosed, texts }),
    greeting: mail.greeting,
    intro: mail.intro(name, formats.date(reportedOn)),
    notClosed: isClosed ? null : texts.monthClosing.mail.notClosed(summary.open, rows.length),
    region: regionTiles(region, null, words)
      .map(({ label, value }) => `${label} ${value}`)
      .join(" · "),
    decisions: {
      title: mail.decisions,
      rows: decisionsOf(rows).map((row) => ({
        name: row.shortName,
        href: absolute(paths.month(row.projectId, month)),
        text: decisionLines(row, words).join(" · "),
      })),
    },
    escalated: presentOverdue(summary, words),
    projects: {
      title: mail.projects,
      rows: rows.slice(0, MOST_ROWS).map((row) => presentRow(row, month, words)),
    },
    more: rows.length > MOST_ROWS ? mail.more(rows.length - MOST_ROWS) : null,
    link: { label: mail.link, href: absolute(paths.summary(month)) },
    why: mail.why,
    wayOut: summary.wayOut,
    ...reworded("monthly-summary", summary.reworded, { month: name }),
  });
}

/** As on the page, with addresses that lead from a mail. */
function presentOverdue({ escalated, today }: Summary, { texts, formats, absolute }: Words) {
  const list = presentEscalated(escalated, { texts, formats, today });
  const projects = (list?.projects ?? []).map((project) => ({
    name: project.name,
    href: absolute(project.href),
    lines: project.lines.map(({ title, note }) => `${title} – ${note}`),
  }));
  return list && { ...list, projects };
}

function subjectOf(
  month: string,
  { offTrack, atRisk }: RegionFigures,
  { isClosed, texts }: { isClosed: boolean; texts: Texts },
): string {
  const { mail } = texts.months;
  const subject =
    offTrack + atRisk > 0 ? mail.subjectWorst(month, offTrack, atRisk) : mail.subject(month);
  return isClosed ? subject : texts.monthClosing.mail.notClosedSubject(subject);
}

const COLOURS = {
  "off-track": "#b3261e",
  "at-risk": "#7a5200",
  "on-track": "#1b6b3a",
  "on-hold": "#1d4f91",
} as const;

function presentRow(row: PortfolioRow, month: string, { texts, formats, absolute }: Words) {
  const { months, projects } = texts;
  const percent = (points: number | null | undefined) =>
    points === null || points === undefined ? months.missing : formats.percent(points);
  const figure = (name: string, value: string) => `${name} ${value}`;
  const health = row.health ?? signalOf(row);
  const change = healthChange(row.health, row.previous?.health);
  return {
    name: row.shortName,
    href: absolute(paths.month(row.projectId, month)),
    health: projects.healths[row.health ?? "none"],
    colour: health === null ? "#56616f" : COLOURS[health],
    change:
      change === "up"
        ? `▲ ${months.change.better}`
        : change === "down"
          ? `▼ ${months.change.worse}`
          : null,
    computed: isContradicted(row)
      ? texts.months.status.computed(projects.healths[signalOf(row) ?? "none"])
      : null,
    sentence: row.sentence,
    figures: months.mail.line([
      figure(months.figures.time, percent(row.timeBp)),
      figure(months.figures.indicators, percent(row.indicatorsBp)),
      figure(months.figures.physical, percent(row.physicalBp)),
      figure(months.figures.money, percent(spentShare(row))),
      ...(row.overdue > 0 ? [months.portfolio.overdue(row.overdue)] : []),
    ]),
    next: nextText(row, { texts, formats }),
  };
}

function nextText(row: PortfolioRow, words: Pick<Words, "texts" | "formats">): string | null {
  const next = nextOf(row, words);
  return next && `${next.on} ${next.title}`;
}
