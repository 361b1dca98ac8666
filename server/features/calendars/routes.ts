import { Router } from "express";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { presentCalendar } from "./presenter.ts";
import { calendarSchema } from "./schema.ts";
import { loadCalendar } from "./service.ts";

export function calendarRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();
  router.get(paths.calendar(), allow("calendar:view"), async (req, res) => {
    const { reach, today, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const query = calendarSchema.parse(req.query);
    const page = await loadCalendar(db, reach, query, today);
    const { title } = texts.calendars;
    const model = presentCalendar(page, res.locals);
    res.locals.page("calendars/show", model, { title, breadcrumbs: [{ label: title }] });
  });
  return router;
}
