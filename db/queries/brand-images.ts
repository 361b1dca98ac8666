import type { Database, Transaction } from "../connection.ts";

export type BrandKind = "logo" | "strip";

/** A picture of the authority; `file` is its name below `DATA_DIR/files`. */
export interface BrandImage {
  kind: BrandKind;
  file: string;
  mediaType: string;
  sha256: string;
}

export async function listBrandImages(db: Database): Promise<BrandImage[]> {
  return db("brand_images").select({
    kind: "kind",
    file: "file",
    mediaType: "media_type",
    sha256: "sha256",
  });
}

export async function upsertBrandImage(
  trx: Transaction,
  image: BrandImage & { uploadedAt: string },
): Promise<void> {
  await trx("brand_images")
    .insert({
      kind: image.kind,
      file: image.file,
      media_type: image.mediaType,
      sha256: image.sha256,
      uploaded_at: image.uploadedAt,
    })
    .onConflict("kind")
    .merge();
}

export async function deleteBrandImage(trx: Transaction, kind: BrandKind): Promise<void> {
  await trx("brand_images").where({ kind }).delete();
}
