import {
  addDays,
  addMonths,
  type CalendarDate,
  startOfMonth,
} from "../../../server/values/calendar-date.ts";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";
import { entryText, numbersFrom, sentence } from "./vocabulary.ts";

export const PER_PROJECT = {
  activities: 20,
  milestones: 10,
  indicators: 20,
  values: 36,
  entries: 300,
  members: 12,
  periods: 8,
} as const;

const MAIN_ACTIVITIES = 12;
const MONTHS = 48;
const TARGET = 720;
/** Days from today. */
const DUE_AFTER = [-400, -200, -90, -5, 2, 9, 25, 60, 120, 300];
const KINDS = ["milestone", "output", "task", "publicity", "other"];
const ROLES = ["manager", "coordinator", "coordinator", "finance"];

export interface Filling {
  today: CalendarDate;
  at: string;
  /** Accounts 1 to this number may be members. */
  users: number;
  /** Member of the first projects, as their manager. */
  ownUserId: number;
}

type Rows = Record<string, object[]>;

/** All rows of project `n` (from 1), by table in an order that references allow. Ids follow from `n`. */
export function projectRows(n: number, filling: Filling): Rows {
  const { today, at } = filling;
  const random = numbersFrom(n);
  const startsOn = addMonths(startOfMonth(today), 1 - PER_PROJECT.values);
  const title = `Projekt ${n}: ${sentence(random, 7)}`;
  return {
    projects: [
      {
        ...{ id: n, title, short_name: `Projekt ${n}`, programme: "OPZ+", phase: "running" },
        sort_key: czechSortKey(title),
        search_text: foldText(`${title} Projekt ${n}`),
        department: `Odbor ${n % 12}`,
        starts_on: startsOn,
        ends_on: addDays(addMonths(startsOn, MONTHS), -1),
        total_halere: 1_000_000_000 + n * 12_345,
        created_at: at,
      },
    ],
    project_totals: [{ project_id: n }],
    memberships: memberRows(n, filling),
    monitoring_periods: times(PER_PROJECT.periods, (i) => ({
      ...{ project_id: n, number: i + 1, starts_on: addMonths(startsOn, i * 6) },
      ends_on: addDays(addMonths(startsOn, i * 6 + 6), -1),
    })),
    project_statuses: times(3, (i) => ({
      project_id: n,
      health: ["on-track", "at-risk", "off-track"][(n + i) % 3],
      sentence: sentence(random, 12),
      valid_on: addDays(today, (i - 3) * 30),
      recorded_at: at,
      recorded_by: filling.ownUserId,
    })),
    project_spends: times(4, (i) => ({
      project_id: n,
      spent_halere: 90_000_000 * (i + 1) + n,
      valid_on: addDays(today, (i - 4) * 90),
      recorded_at: at,
    })),
    ...activityRows(n, filling, { random, startsOn }),
    ...milestoneRows(n, filling, random),
    ...indicatorRows(n, filling, { random, startsOn }),
    ...entryRows(n, filling, random),
  };
}

function memberRows(n: number, { users, ownUserId, at }: Filling): object[] {
  return times(PER_PROJECT.members, (i) => ({
    project_id: n,
    user_id: i === 0 && n <= 10 ? ownUserId : ((n * 5 + i) % (users - 1)) + 2,
    role: ROLES[i] ?? "reader",
    created_at: at,
  }));
}

interface Source {
  random: () => number;
  startsOn: CalendarDate;
}

function activityRows(n: number, { at, today }: Filling, { random, startsOn }: Source): Rows {
  const first = (n - 1) * PER_PROJECT.activities + 1;
  const all = times(PER_PROJECT.activities, (i) => {
    const isMain = i < MAIN_ACTIVITIES;
    const starts = addMonths(startsOn, (i * 2) % 30);
    return {
      ...{ id: first + i, project_id: n, title: sentence(random, 9), goal: sentence(random, 15) },
      parent_id: isMain ? null : first + (i - MAIN_ACTIVITIES),
      number: isMain ? String(i + 1) : "a",
      position: isMain ? i + 1 : 1,
      starts_on: starts,
      ends_on: addDays(addMonths(starts, 6 + (i % 12)), -1),
      baseline_starts_on: starts,
      baseline_ends_on: addDays(addMonths(starts, 6 + (i % 9)), -1),
      share_bp: isMain ? 833 : null,
      state: ["planned", "running", "running", "done"][i % 4],
      percent: (n * 7 + i * 13) % 101,
      percent_on: today,
      owner_user_id: null,
      created_at: at,
    };
  });
  const progress = all.map(({ id, percent }) => ({
    ...{ activity_id: id, percent, reason: "Podle výkazu", valid_on: today, recorded_at: at },
  }));
  return { activities: all, activity_progress: progress };
}

function milestoneRows(n: number, { today, at, ownUserId }: Filling, random: () => number): Rows {
  const first = (n - 1) * PER_PROJECT.milestones + 1;
  const all = times(PER_PROJECT.milestones, (i) => {
    const dueOn = addDays(today, DUE_AFTER[i] ?? 0);
    const isDone = i < 3 || (i === 3 && n % 4 !== 0);
    return {
      ...{ id: first + i, project_id: n, kind: KINDS[i % KINDS.length] },
      activity_id: (n - 1) * PER_PROJECT.activities + 1 + i,
      title: sentence(random, 6),
      ...{ due_on: dueOn, shifted_on: dueOn, remind_on: dueOn, baseline_due_on: dueOn },
      done_on: isDone ? dueOn : null,
      owner_user_id: n <= 10 && i % 2 === 0 ? ownUserId : null,
      created_at: at,
    };
  });
  return { milestones: all };
}

function indicatorRows(n: number, { today, at }: Filling, { random, startsOn }: Source): Rows {
  const first = (n - 1) * PER_PROJECT.indicators + 1;
  const values: object[] = [];
  const all = times(PER_PROJECT.indicators, (i) => {
    let achieved = 0;
    for (let month = 0; month < PER_PROJECT.values; month += 1) {
      const value = Math.floor(random() * 30);
      achieved += value;
      const validOn = addMonths(startsOn, month);
      values.push({ indicator_id: first + i, value, valid_on: validOn, recorded_at: at });
    }
    return {
      ...{ id: first + i, project_id: n, name: sentence(random, 6), unit: "osoby", kind: "output" },
      ...{ behaviour: "increment", position: i + 1, target: TARGET, achieved },
      achieved_on: startOfMonth(today),
      target_on: addDays(addMonths(startsOn, MONTHS), -1),
      created_at: at,
    };
  });
  return { indicators: all, indicator_values: values };
}

function entryRows(n: number, { today, at, users }: Filling, random: () => number): Rows {
  const first = (n - 1) * PER_PROJECT.entries + 1;
  const all = times(PER_PROJECT.entries, (i) => ({
    ...{ id: first + i, project_id: n, author_id: ((n + i) % (users - 1)) + 2, created_at: at },
    // The newest one has the highest number, as people write them.
    happened_on: addDays(today, -Math.floor((PER_PROJECT.entries - 1 - i) * 3.5)),
    body: entryText(random, first + i),
    worked_minutes: i % 3 === 0 ? null : 30 * (1 + (i % 8)),
  }));
  const touched = all.map(({ id }, i) => ({
    log_entry_id: id,
    activity_id: (n - 1) * PER_PROJECT.activities + 1 + (i % PER_PROJECT.activities),
  }));
  return { log_entries: all, log_entry_activities: touched };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
