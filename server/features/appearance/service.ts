import {
  type BrandImage,
  type BrandKind,
  listBrandImages,
} from "../../../db/queries/brand-images.ts";
import { findSetting, upsertSetting } from "../../../db/queries/settings.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { secondsBetween } from "../../values/instant.ts";

/** Name and pictures of the authority, as every page shows them. */
export interface Authority {
  name: string;
  logoHref: string | null;
  stripHref: string | null;
}

export interface Appearance {
  name: string;
  images: Partial<Record<BrandKind, BrandImage>>;
}

const NAME = "authority-name";
const KEPT_SECONDS = 30;

interface Kept {
  appearance: Appearance;
  readAt: string;
}

const kept = new WeakMap<Deps["db"], Promise<Kept>>();

/**
 * What the authority looks like, kept in memory: every page asks for it. What another process changes is
 * seen half a minute later, what this one changes at once.
 */
export async function findAppearance(deps: Pick<Deps, "db" | "clock">): Promise<Appearance> {
  const known = await kept.get(deps.db)?.catch(() => undefined);
  const age = known ? Math.abs(secondsBetween(known.readAt, deps.clock.now())) : Infinity;
  if (known && age <= KEPT_SECONDS) return known.appearance;
  const reading = readAppearance(deps);
  kept.set(deps.db, reading);
  try {
    return (await reading).appearance;
  } catch {
    // A page that tells of a broken database has to be shown without it.
    kept.delete(deps.db);
    return known?.appearance ?? { name: "", images: {} };
  }
}

export async function findAuthority(deps: Pick<Deps, "db" | "clock">): Promise<Authority> {
  const { name, images } = await findAppearance(deps);
  return { name, logoHref: hrefOf(images.logo), stripHref: hrefOf(images.strip) };
}

/** To be called after a change: the next page reads anew. */
export function forgetAppearance({ db }: Pick<Deps, "db">): void {
  kept.delete(db);
}

export async function renameAuthority(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  name: string,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    const before = (await findSetting(trx, NAME)) ?? "";
    await upsertSetting(trx, { key: NAME, value: name, at });
    const changes = { name: [before, name] as [string, string] };
    record({ action: "appearance.renamed", objectType: "setting", changes });
  });
  forgetAppearance(deps);
}

async function readAppearance({ db, clock }: Pick<Deps, "db" | "clock">): Promise<Kept> {
  const readAt = clock.now();
  const [name = "", images] = await Promise.all([findSetting(db, NAME), listBrandImages(db)]);
  const byKind = Object.fromEntries(images.map((image) => [image.kind, image]));
  return { appearance: { name, images: byKind }, readAt };
}

/** The address changes with the picture, so that browsers may keep it. */
function hrefOf(image: BrandImage | undefined): string | null {
  return image ? `${paths.brand(image.kind)}?v=${versionOf(image)}` : null;
}

export function versionOf({ sha256 }: BrandImage): string {
  return sha256.slice(0, 12);
}
