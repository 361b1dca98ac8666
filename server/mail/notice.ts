import type { Language } from "../texts/index.ts";
import type { Letter } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";
import type { WayOut } from "./way-out.ts";
import type { Rewording } from "./wording.ts";

/** A short letter: a few paragraphs, at most one button, and why it came. */
export interface Notice {
  language: Language;
  subject: string;
  paragraphs: string[];
  /** `href` is a whole address, since a mail has no place of its own. */
  button?: { label: string; href: string };
  /** Small print under the button, such as how long the link holds. */
  note?: string;
  why: string;
  /** Where the reader can have fewer of them. */
  wayOut?: WayOut;
  rewording?: Rewording;
}

export function writeNotice(notice: Notice): Letter {
  return renderLetter("notice", notice);
}
