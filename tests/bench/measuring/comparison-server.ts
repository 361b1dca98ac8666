import { readFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import ejs from "ejs";
import express from "express";

// A process of its own: Express with nothing around it. `/same/:name` sends the bytes of a page of the product;
// `/floor` reads 50 joined rows and prints them by EJS, what any such page costs at the least.

const { PORT = "0", PAGES = ".", DATABASE = "" } = process.env;
const database = new BetterSqlite3(DATABASE, { readonly: true });
const rows = database.prepare(
  `select p.id, p.title, p.short_name as shortName, p.starts_on as startsOn, p.ends_on as endsOn,
          p.total_halere as total, t.physical_bp as physical, t.health, u.name as manager
   from projects as p
   join project_totals as t on t.project_id = p.id
   left join memberships as m on m.project_id = p.id and m.role = 'manager'
   left join users as u on u.id = m.user_id
   where p.archived_at is null
   order by p.sort_key limit 50`,
);
const print = ejs.compile(
  `<!doctype html><html lang="cs"><title>Projekty</title><table>
<% for (const row of locals.rows) { %><tr>
<td><a href="/projects/<%= row.id %>"><%= row.title %></a></td><td><%= row.shortName %></td>
<td><%= row.startsOn %></td><td><%= row.endsOn %></td><td><%= row.total %></td>
<td><%= row.physical %></td><td><%= row.health %></td><td><%= row.manager %></td>
</tr><% } %></table></html>`,
  { _with: false },
);

const kept = new Map<string, string>();
const app = express();
app.disable("etag");
app.get("/healthz", (_req, res) => {
  res.send("ok");
});
app.get("/same/:name", (req, res) => {
  const { name } = req.params;
  const body = kept.get(name) ?? readFileSync(join(PAGES, `${name}.html`), "utf8");
  kept.set(name, body);
  res.send(body);
});
app.get("/floor", (_req, res) => {
  res.send(print({ rows: rows.all() }));
});
app.listen(Number(PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
