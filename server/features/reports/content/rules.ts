/** Where the text of a field comes from. */
export type TextSource =
  /** The draft as it is now; nobody has touched it and it follows the project. */
  | "live"
  /** The draft as it was when the report was handed over for check. */
  | "pinned"
  | "edited"
  /** As it was handed in. */
  | "frozen";

interface Kept {
  body: string;
  draftedBody: string;
  isEdited: boolean;
}

export interface Standing {
  body: string;
  source: TextSource;
  /** A draft that has come since and says something else; null where there is none. */
  newer: string | null;
}

/** What stands in a field: what is kept of it, or the draft while nothing is. */
export function standingText(kept: Kept | undefined, draft: string): Standing {
  if (!kept) return { body: draft, source: "live", newer: null };
  const isNewer = draft !== kept.draftedBody && draft !== kept.body && draft !== "";
  return {
    body: kept.body,
    source: kept.isEdited ? "edited" : "pinned",
    newer: isNewer ? draft : null,
  };
}

/** A text as forms send it and the database keeps it: one kind of new line, nothing around. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** The id of a field on its page, and its name in the form. */
export function fieldName({ place }: { place: string }): string {
  return `text-${place.replaceAll("/", "-")}`;
}
