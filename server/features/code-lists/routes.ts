import { type Response, Router } from "express";
import {
  countCodeListItems,
  findListItem,
  type ListedItem,
  listItemsOf,
} from "../../../db/queries/code-list-items.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { itemValues, presentCodeList, presentCodeLists, presentItemForm } from "./presenter.ts";
import { type CodeList, codeLists, editedItemSchema, newItemSchema } from "./schema.ts";
import { createItem, editItem } from "./service.ts";

export function codeListRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const administers = allow("rule:administer");
  router.param("list", (_req, res, next, name) => {
    if (can(res, "rule:administer")) lists.set(res, knownList(name));
    next();
  });
  router.param("itemId", async (_req, res, next, text) => {
    if (can(res, "rule:administer")) items.set(res, await findItem(deps, listOf(res), text));
    next();
  });

  router.get(paths.codeLists(), administers, async (_req, res) => {
    const { texts, formats } = res.locals;
    const counts = await countCodeListItems(db);
    const model = presentCodeLists(counts, ruleTabs("codeLists", texts), { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("code-lists/index", model, { title, breadcrumbs: crumbs(res) });
  });

  router.get(paths.codeList(":list"), administers, async (_req, res) => {
    const { texts, formats, today } = res.locals;
    const list = listOf(res);
    const found = await listItemsOf(db, list);
    const model = presentCodeList(list, { items: found, today }, { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("code-lists/show", model, {
      title,
      breadcrumbs: crumbs(res, { label: title }),
    });
  });

  const newItem = newItemForm(deps);
  router.get(paths.newCodeListItem(":list"), administers, newItem.show);
  router.post(paths.codeList(":list"), administers, newItem.submit);

  const editedItem = editedItemForm(deps);
  router.get(paths.editCodeListItem(":list", ":itemId"), administers, editedItem.show);
  router.post(paths.codeListItem(":list", ":itemId"), administers, editedItem.submit);
  return router;
}

const lists = new WeakMap<Response, CodeList>();
const items = new WeakMap<Response, ListedItem>();

function knownList(name: string): CodeList {
  const list = codeLists.find((one) => one === name);
  if (!list) throw new NotFound("code list");
  return list;
}

function listOf(res: Response): CodeList {
  return lists.get(res) as CodeList;
}

function itemOf(res: Response): ListedItem {
  return items.get(res) as ListedItem;
}

async function findItem({ db }: Deps, list: CodeList, text: string): Promise<ListedItem> {
  const item = await findListItem(db, { list, id: idParam(text) });
  if (!item) throw new NotFound("code list item");
  return item;
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    { label: texts.codeLists.title, ...(rest.length > 0 && { href: paths.codeLists() }) },
    ...rest,
  ];
}

function crumbsOfForm(res: Response, title: string): Crumb[] {
  const list = listOf(res);
  const label = res.locals.texts.codeLists.lists[list];
  return crumbs(res, { label, href: paths.codeList(list) }, { label: title });
}

function newItemForm(deps: Deps) {
  return form(deps, newItemSchema, {
    show: (_req, res, state) => {
      const model = presentItemForm(state, { list: listOf(res), item: null }, res.locals.texts);
      const { title } = model.pageHeader;
      const breadcrumbs = crumbsOfForm(res, title);
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const list = listOf(res);
      await createItem(deps, authorOf(req, res), { list, entry });
      res.locals.say("created");
      res.redirect(303, paths.codeList(list));
    },
  });
}

function editedItemForm(deps: Deps) {
  return form(deps, editedItemSchema, {
    initial: (_req, res) => itemValues(itemOf(res)),
    show: (_req, res, state) => {
      const page = { list: listOf(res), item: itemOf(res) };
      const model = presentItemForm(state, page, res.locals.texts);
      const { title } = model.pageHeader;
      const breadcrumbs = crumbsOfForm(res, title);
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const list = listOf(res);
      const key = { list, id: itemOf(res).id };
      await editItem(deps, authorOf(req, res), { key, entry, formOf: itemValues });
      res.locals.say("saved");
      res.redirect(303, paths.codeList(list));
    },
  });
}
