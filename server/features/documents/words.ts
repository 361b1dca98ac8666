import type { Texts } from "../../texts/index.ts";

type Words = Texts["documents"];

export function categoryWord(category: string, { documents }: Texts): string {
  return documents.categories[category as keyof Words["categories"]] ?? category;
}

/** "PDF", "Word": what people call a kind of file. */
export function typeWord(mediaType: string, { documents }: Texts): string {
  return documents.types[mediaType] ?? mediaType;
}

export function objectWord(objectType: string, { documents }: Texts): string {
  return documents.objects[objectType as keyof Words["objects"]] ?? objectType;
}
