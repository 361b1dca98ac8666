import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  type BrandKind,
  deleteBrandImage,
  listBrandImages,
  upsertBrandImage,
} from "../../../../db/queries/brand-images.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { removeFile, storeFile } from "../../../files.ts";
import { type ImageFile, readImageFile } from "../../../values/image-file.ts";
import { forgetAppearance } from "../service.ts";

type ImageDeps = Pick<Deps, "db" | "clock" | "config">;

const SMALLEST = 16;
const LARGEST = 4_000;

/**
 * Takes an uploaded picture over: checked by its bytes, stored safely, then named by its row; the one
 * before it is removed last, so that at no moment a row names a file that is not there.
 */
export async function saveImage(
  deps: ImageDeps,
  author: Author,
  { kind, uploadedPath }: { kind: BrandKind; uploadedPath: string },
): Promise<void> {
  const image = readImageFile(await readFile(uploadedPath));
  if (!image) throw new InvalidInput({ file: "notAnImage" });
  if (!isOfUsableSize(image)) throw new InvalidInput({ file: "imageDimensions" });
  const sha256 = createHash("sha256").update(image.bytes).digest("hex");
  const file = await storeFile(deps.config.dataDir, image.bytes);
  const before = await change(deps, author, async (one) => {
    const before = await fileOf(one, kind);
    const { mediaType } = image;
    await upsertBrandImage(one.trx, { kind, file, mediaType, sha256, uploadedAt: one.at });
    one.record({ action: `${kind}.uploaded`, objectType: "brand-image" });
    return before;
  });
  forgetAppearance(deps);
  if (before && before !== file) await removeFile(deps.config.dataDir, before);
}

export async function removeImage(deps: ImageDeps, author: Author, kind: BrandKind): Promise<void> {
  const before = await change(deps, author, async (one) => {
    const before = await fileOf(one, kind);
    if (!before) throw new NotFound("brand image");
    await deleteBrandImage(one.trx, kind);
    one.record({ action: `${kind}.removed`, objectType: "brand-image" });
    return before;
  });
  forgetAppearance(deps);
  await removeFile(deps.config.dataDir, before);
}

async function fileOf({ trx }: Change, kind: BrandKind): Promise<string | undefined> {
  const images = await listBrandImages(trx);
  return images.find((image) => image.kind === kind)?.file;
}

function isOfUsableSize({ width, height }: ImageFile): boolean {
  return [width, height].every((side) => side >= SMALLEST && side <= LARGEST);
}
