import { type Response, Router } from "express";
import { z } from "zod";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import {
  type CategorySetting,
  findCategory,
} from "../../../../db/queries/notification-categories.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { checkbox, choice, version } from "../../../values/fields.ts";
import { notificationWays } from "../../../values/notification-ways.ts";
import { authorOf, form } from "../../../web/form.ts";
import { showRulePage } from "../pages.ts";
import { categoryValues, presentCategoryForm } from "./presenter.ts";
import { editCategory, objectIdOf } from "./service.ts";

const categorySchema = z.object({
  defaultWay: choice(notificationWays),
  isMandatory: checkbox(),
  version: version(),
});

/** What everybody is told of by default, and what they cannot switch off. */
export function notificationCategoryRoutes(deps: Deps): Router {
  const router = Router();
  const administers = allow("rule:administer");
  router.param("category", async (_req, res, next, text) => {
    if (can(res, "rule:administer")) categories.set(res, await loadCategory(deps, text));
    next();
  });
  const edited = categoryForm(deps);
  router.get(paths.editNotificationCategory(":category"), administers, edited.show);
  router.post(paths.notificationCategory(":category"), administers, edited.submit);
  return router;
}

const categories = new WeakMap<Response, CategorySetting>();

function categoryOf(res: Response): CategorySetting {
  return categories.get(res) as CategorySetting;
}

async function loadCategory({ db }: Pick<Deps, "db">, key: string): Promise<CategorySetting> {
  const category = await findCategory(db, key);
  if (!category) throw new NotFound("notification category");
  return category;
}

function categoryForm(deps: Deps) {
  return form(deps, categorySchema, {
    initial: (_req, res) => categoryValues(categoryOf(res)),
    show: async (_req, res, state) => {
      const category = categoryOf(res);
      const about = { objectType: "notification-category", objectId: objectIdOf(category.key) };
      const history = await listHistory(deps.db, about);
      const model = presentCategoryForm(state, { category, history }, res.locals);
      showRulePage(res, "programme-rules/edit", model);
    },
    save: async (req, res, entry) => {
      const { version: edition, ...fields } = entry;
      const { key } = categoryOf(res);
      const edit = { key, version: edition, fields, formOf: categoryValues };
      await editCategory(deps, authorOf(req, res), edit);
      res.locals.say("saved");
      res.redirect(303, paths.reminderRules());
    },
  });
}
