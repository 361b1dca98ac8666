import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import type { BrandKind } from "../../../db/queries/brand-images.ts";
import { allow, allowAnyone } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { openStored } from "../../files.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { removeImage, saveImage } from "./images/service.ts";
import { presentAppearance, type SentForm } from "./presenter.ts";
import { authoritySchema, brandKinds, imageSchema } from "./schema.ts";
import {
  findAppearance,
  findAuthority,
  forgetAppearance,
  renameAuthority,
  versionOf,
} from "./service.ts";

export function appearanceRoutes(deps: Deps): Router {
  const router = Router();
  const administers = allow("appearance:administer");

  router.get(paths.appearance(), administers, (_req, res) => showPage(deps, res, null));
  const name = form(deps, authoritySchema, {
    show: (_req, res, state) => showPage(deps, res, { form: "name", state }),
    save: async (req, res, entry) => {
      await renameAuthority(deps, authorOf(req, res), entry.name ?? "");
      res.locals.say("saved");
      res.redirect(303, paths.appearance());
    },
  });
  router.post(paths.appearance(), administers, name.submit);

  for (const kind of brandKinds) {
    const image = imageForm(deps, kind);
    router.post(paths.brandImages(kind), administers, image.submit);
    router.post(paths.brandImageRemoval(kind), administers, async (req, res) => {
      await removeImage(deps, authorOf(req, res), kind);
      res.locals.say("removed");
      res.redirect(303, paths.appearance());
    });
    router.get(paths.brand(kind), allowAnyone(), async (req, res) => {
      await sendImage(deps, res, { kind, version: req.query.v });
    });
  }
  return router;
}

async function showPage(deps: Deps, res: Response, sent: SentForm | null): Promise<void> {
  const { texts } = res.locals;
  const model = presentAppearance(await findAuthority(deps), sent, texts);
  const { title } = model.pageHeader;
  const administration = { label: texts.frame.navigation.administration };
  const breadcrumbs = [administration, { label: title }];
  res.locals.page("appearance/edit", model, { title, breadcrumbs });
}

function imageForm(deps: Deps, kind: BrandKind) {
  return form(deps, imageSchema, {
    show: (_req, res, state) => showPage(deps, res, { form: kind, state }),
    save: async (req, res) => {
      if (res.locals.isUploadTooLarge) throw new InvalidInput({ file: "fileTooLarge:1" });
      if (!req.file) throw new InvalidInput({ file: "chooseFile" });
      await saveImage(deps, authorOf(req, res), { kind, uploadedPath: req.file.path });
      res.locals.say("saved");
      res.redirect(303, paths.appearance());
    },
  });
}

/** The picture as a picture and nothing else, whatever its bytes might be taken for. */
async function sendImage(
  deps: Deps,
  res: Response,
  { kind, version }: { kind: BrandKind; version: unknown },
): Promise<void> {
  const known = (await findAppearance(deps)).images[kind];
  // Another process may have changed it: the page that asks has seen the new one.
  if (version !== undefined && (!known || versionOf(known) !== version)) forgetAppearance(deps);
  const image = (await findAppearance(deps)).images[kind];
  if (!image) throw new NotFound("brand image");
  const file = await openStored(deps.config.dataDir, image.file);
  const isThisOne = version === versionOf(image);
  res.set({
    "Content-Type": image.mediaType,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": isThisOne ? "public, max-age=31536000, immutable" : "no-store",
  });
  await pipeline(file, res);
}
