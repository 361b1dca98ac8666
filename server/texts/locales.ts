import type { Language } from "./index.ts";

/** The region whose way of writing dates and numbers each language follows. */
export const LOCALES = { cs: "cs-CZ", en: "en-GB" } as const satisfies Record<Language, string>;
