import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import express from "express";

// A process of its own: Express with nothing around it. `/same/:name` sends the bytes of a page of the product,
// without an ETag, as the product does. `/floor` is the list of 50 projects as anybody would write it first, with
// Express as it comes and the facts that a row of ours shows: one prepared query, a view in Express' own cache,
// days and numbers as they are stored, nothing of a frame, a session or a language.

const { PORT = "0", PAGES = ".", DATABASE = "", TODAY = "" } = process.env;
const ANY_USER = 1;
const database = new BetterSqlite3(DATABASE, { readonly: true });
const listed = database.prepare(
  `select p.id, p.title, p.short_name as shortName, p.registration_number as registrationNumber,
          p.phase, p.ends_on as endsOn, t.health, t.health_on as healthOn, u.name as manager,
          exists (select 1 from project_favourites as f
            where f.project_id = p.id and f.user_id = :user) as isFavourite,
          round(100.0 * (julianday(:today) - julianday(p.starts_on))
            / (julianday(p.ends_on) - julianday(p.starts_on))) as elapsed,
          round(t.indicators_bp / 100.0) as indicators, round(t.physical_bp / 100.0) as physical,
          round(100.0 * t.spent_halere / p.total_halere) as spent,
          d.due_on as dueOn, d.title as dueTitle,
          (select count(*) from milestones as m where m.project_id = p.id and m.due_on < :today
            and m.done_on is null and m.cancelled_on is null and m.archived_at is null) as overdue
   from projects as p
   join project_totals as t on t.project_id = p.id
   left join memberships as r on r.project_id = p.id and r.role = 'manager'
   left join users as u on u.id = r.user_id
   left join milestones as d on d.id = (select m.id from milestones as m
     where m.project_id = p.id and m.due_on >= :today
       and m.done_on is null and m.cancelled_on is null and m.archived_at is null
     order by m.due_on limit 1)
   where p.archived_at is null
   order by p.sort_key limit 50`,
);

const first = express();
first.set("view engine", "ejs");
first.set("views", fileURLToPath(new URL("floor", import.meta.url)));
first.get("/floor", (_req, res) => {
  res.render("projects", { projects: listed.all({ user: ANY_USER, today: TODAY }) });
});

const kept = new Map<string, string>();
const bare = express();
bare.disable("etag");
bare.get("/healthz", (_req, res) => {
  res.send("ok");
});
bare.get("/same/:name", (req, res) => {
  const { name } = req.params;
  const body = kept.get(name) ?? readFileSync(join(PAGES, `${name}.html`), "utf8");
  kept.set(name, body);
  res.send(body);
});
bare.use(first);
bare.listen(Number(PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
