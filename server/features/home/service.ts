import type { Database } from "../../../db/connection.ts";
import {
  listDecisionsNeeded,
  listStaleStatuses,
  type WaitingProject,
} from "../../../db/queries/home.ts";
import type { LoggableProject } from "../../../db/queries/log-entry-choices.ts";
import { type ListedProject, listProjects } from "../../../db/queries/project-list.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { listWaiting, type WaitingRow } from "../../../db/queries/waiting.ts";
import type { GlobalRole } from "../../access/permissions.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { type AgendaRow, countAgenda, listAgenda, type SectionCounts } from "../agenda/service.ts";
import { listWaitingCards, type WaitingCards } from "../card-statements/requests/service.ts";
import { findLoggableProjects } from "../log-entries/service.ts";

const DUE_ROWS = 15;
const PROJECT_ROWS = 8;
export const WAITING_ROWS = 10;
/** More of them nobody counts: the page says there are others. */
const WAITING_COUNTED = 100;
const STATUS_GOES_STALE_AFTER_DAYS = 30;

export interface HomeFacts {
  due: AgendaRow[];
  counts: SectionCounts;
  projects: ListedProject[];
  /** What stands still until this person says a word, the longest waiting first. */
  waiting: WaitingRow[];
  /** Cards of plans of which a word for the past year is awaited. */
  cards: WaitingCards[];
  decisions: WaitingProject[];
  stale: WaitingProject[];
  loggable: LoggableProject[];
  /** Whether the projects shown are the viewer's own, or the worst of all they may see. */
  isPortfolio: boolean;
  /** Those the viewer stands in for: their things are among what is due. */
  insteadOf: readonly number[];
}

/** What a person needs to see first. Those who answer for the whole get the portfolio, worst first. */
export async function loadHome(
  db: Database,
  viewer: { reach: Reach; roles: readonly GlobalRole[]; today: CalendarDate },
): Promise<HomeFacts> {
  const { reach, roles, today } = viewer;
  const isPortfolio = reach.seesEverything || reach.isAuditor;
  // What those one stands in for answer for beyond their own projects does not pass on.
  const within = reach.userIds.length > 1 ? { reach } : {};
  const mine = { today, ownerUserId: reach.userIds, ...within };
  const [due, counts, projects, waiting, cards, decisions, stale, loggable] = await Promise.all([
    listAgenda(db, { ...mine, to: addDays(today, 7), limit: DUE_ROWS }),
    countAgenda(db, mine),
    listProjects(
      db,
      { reach, words: [], isMine: !isPortfolio, isFavourite: false, isArchived: false },
      {
        today,
        sort: isPortfolio ? "health" : "end",
        isDescending: !isPortfolio,
        limit: PROJECT_ROWS,
        offset: 0,
      },
    ),
    listWaiting(db, { today, waitsFor: reach.userIds, ...within, limit: WAITING_COUNTED }),
    listWaitingCards(db, { userIds: reach.userIds, today }),
    isPortfolio ? listDecisionsNeeded(db, reach, WAITING_ROWS) : [],
    listStaleStatuses(db, {
      userIds: reach.userIds,
      since: addDays(today, -STATUS_GOES_STALE_AFTER_DAYS),
      limit: WAITING_ROWS,
    }),
    findLoggableProjects({ db }, reach, roles),
  ]);
  const insteadOf = reach.userIds.filter((id) => id !== reach.userId);
  return {
    ...{ due, counts, projects, waiting, cards, decisions, stale, loggable },
    ...{ isPortfolio, insteadOf },
  };
}
