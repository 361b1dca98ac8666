import { type Language, textsFor } from "../texts/index.ts";
import { templates } from "../web/templates.ts";
import type { Letter } from "./letter.ts";

export interface LetterModel {
  language: Language;
  subject: string;
}

const render = templates({ keep: true });

/** Renders `views/mail/<view>.html.ejs` inside the layout and `views/mail/<view>.text.ejs` from one model. */
export function renderLetter<Model extends LetterModel>(view: string, model: Model): Letter {
  const frame = textsFor(model.language).mails.frame;
  const body = render(`mail/${view}.html`, { ...model, frame });
  return {
    subject: model.subject,
    html: render("mail/layout.html", {
      language: model.language,
      subject: model.subject,
      frame,
      body,
    }),
    text: plainText(render(`mail/${view}.text`, { ...model, frame })),
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
