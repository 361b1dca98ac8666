import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** What administrators see first when files are missing; null when none is known to be. */
export function presentLostBanner(count: number, { texts, formats }: Words) {
  if (count === 0) return null;
  const words = texts.storedFiles;
  const text = words.banner(formats.number(count), count);
  return { tone: "danger", text, href: paths.lostFiles(), linkText: words.link };
}
