import { type Language, textsFor } from "../texts/index.ts";
import { templates } from "../web/templates.ts";
import type { Letter } from "./letter.ts";
import type { WayOut } from "./way-out.ts";
import { type Rewording, withWords } from "./wording.ts";

export interface LetterModel {
  language: Language;
  subject: string;
  /** Why it comes to this reader; stands under every letter. */
  why: string;
  wayOut?: WayOut | undefined;
  rewording?: Rewording | undefined;
}

const render = templates({ keep: true });

/** Renders `views/mail/<view>.html.ejs` and `views/mail/<view>.text.ejs` from one model, each in its layout. */
export function renderLetter<Model extends LetterModel>(view: string, given: Model): Letter {
  const model = withWords(given);
  const { language, subject, why, wayOut, closing = null } = model;
  const frame = textsFor(language).mails.frame;
  const within = { language, subject, why, closing, links: wayOut?.links ?? [], frame };
  const html = render(`mail/${view}.html`, { ...model, frame });
  const text = render(`mail/${view}.text`, { ...model, frame });
  return {
    subject,
    html: render("mail/layout.html", { ...within, body: html }),
    text: plainText(`${text}\n\n${render("mail/layout.text", within)}`),
    ...(wayOut ? { headers: wayOut.headers } : {}),
  };
}

/** Texts are escaped as in HTML on their way through the view; a letter in plain text has no use for that. */
function plainText(rendered: string): string {
  return rendered
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .concat("\n");
}
