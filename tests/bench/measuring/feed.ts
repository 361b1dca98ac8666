import type { Knex } from "knex";
import { openDatabase } from "../../../db/connection.ts";
import { findReadableFeed } from "../../../db/queries/calendar-feeds.ts";
import { insertRows } from "../../../db/queries/whole-tables.ts";
import { feedToken } from "../../../server/features/calendar-feeds/rules.ts";
import { paths } from "../../../server/paths.ts";
import { addDays } from "../../../server/values/calendar-date.ts";
import { productEnv, serveProduct } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";

const READER = 1;
const PROJECT = 1;
const TIMES = 60;
const HISTORY_OF_EACH = 5;

interface Wanted {
  entries: number;
  today: string;
  at: string;
}

/** A calendar of so many entries, half of them deadlines, each with a history, asked for over HTTP. */
export async function measureFeed(dataDir: string, wanted: Wanted): Promise<RegistryFigure[]> {
  const path = await subscribe(dataDir, wanted);
  const served = await serveProduct(dataDir);
  try {
    const address = `http://127.0.0.1:${served.port}${path}`;
    const first = await fetch(address);
    const held = (await first.text()).split("BEGIN:VEVENT").length - 1;
    if (held < wanted.entries) throw new Error(`the calendar holds ${held} entries`);
    // Told so that fetch does not add `no-cache`, which asks for the whole of it again.
    const known = {
      "if-none-match": first.headers.get("etag") ?? "",
      "cache-control": "max-age=0",
    };
    const name = `calendar of ${wanted.entries} entries`;
    const common = { unit: "ms", goal: 50, isFixed: false } as const;
    return [
      { name, value: await median(address, {}, 200), ...common },
      {
        name: `${name}, unchanged`,
        value: await median(address, known, 304),
        ...common,
      },
    ];
  } finally {
    await served.stop();
  }
}

async function median(
  address: string,
  headers: Record<string, string>,
  status: number,
): Promise<number> {
  const times: number[] = [];
  for (let n = -10; n < TIMES; n += 1) {
    const began = performance.now();
    const answer = await fetch(address, { headers });
    await answer.arrayBuffer();
    if (n >= 0) times.push(performance.now() - began);
    if (answer.status !== status) throw new Error(`the calendar answered ${answer.status}`);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

async function subscribe(dataDir: string, wanted: Wanted): Promise<string> {
  const env = productEnv(dataDir);
  const db = openDatabase({ url: `sqlite:${env.DATA_DIR}/osnova.db` });
  try {
    const id = await db.transaction((trx) => fill(trx, wanted));
    const feed = await findReadableFeed(db, id);
    if (!feed) throw new Error("the reader of the calendar is gone");
    return paths.calendarFile(feedToken(env.SECRET_KEY ?? "", feed));
  } finally {
    await db.destroy();
  }
}

async function fill(trx: Knex.Transaction, { entries, today, at }: Wanted): Promise<number> {
  const half = Math.ceil(entries / 2);
  const numbers = Array.from({ length: half }, (_, index) => index);
  const from = { milestone: await after(trx, "milestones"), event: await after(trx, "events") };
  const kind = await trx("event_kinds").first("id");
  const dayOf = (n: number) => addDays(today, 1 + (n % 300));
  await insertRows(
    trx,
    "milestones",
    numbers.map((n) => ({
      ...{ id: from.milestone + n, project_id: PROJECT, owner_user_id: READER, kind: "task" },
      ...{ title: `Připravit podklady pro zasedání koordinační skupiny č. ${n}`, created_at: at },
      ...{ due_on: dayOf(n), shifted_on: dayOf(n), remind_on: dayOf(n) },
      baseline_due_on: dayOf(n),
    })),
  );
  await insertRows(
    trx,
    "events",
    numbers.map((n) => ({
      ...{ id: from.event + n, project_id: PROJECT, owner_user_id: READER, kind_id: kind.id },
      ...{ title: `Krizová intervence a první pomoc, ${n}. běh`, place: "Zlín, sál A" },
      ...{ counts_as_support: true, is_confidential: false, closing: "signed-sheet" },
      ...{ starts_on: dayOf(n), ends_on: dayOf(n), created_at: at },
    })),
  );
  await insertRows(
    trx,
    "event_sessions",
    numbers.map((n) => ({
      ...{ event_id: from.event + n, held_on: dayOf(n), starts_at: "09:00", ends_at: "15:00" },
      ...{ hour_minutes: 60, support_minutes: 360, form: "in-person" },
    })),
  );
  for (const object of ["milestone", "event"] as const)
    await insertRows(
      trx,
      "audit_events",
      numbers.flatMap((n) =>
        Array.from({ length: HISTORY_OF_EACH }, () => ({
          ...{ at, action: `${object}.edited`, object_type: object, outcome: "done" },
          ...{ object_id: from[object] + n, project_id: PROJECT, changes: "{}" },
        })),
      ),
    );
  const feed = { user_id: READER, alarms: "60,1440", created_at: at };
  const [row] = await trx("calendar_feeds").insert(feed).returning("id");
  return row.id;
}

async function after(trx: Knex.Transaction, table: string): Promise<number> {
  const row = await trx(table).max({ last: "id" }).first();
  return 1 + Number(row?.last ?? 0);
}
