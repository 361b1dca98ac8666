import { randomUUID } from "node:crypto";
import type { ProjectInReach } from "../../../db/queries/projects.ts";
import type { Edition, PublicPage } from "../../../db/queries/public-pages.ts";
import { paths } from "../../paths.ts";
import type { Reader } from "./presenter.ts";
import { differencesOf, type PublicFacts } from "./rules.ts";

export interface PageAtHand {
  page: PublicPage | undefined;
  /** What it would say now; null while there is no page. */
  facts: PublicFacts | null;
  editions: Edition[];
  /** HTML to paste, of the edition that is out. */
  html: string | null;
  /** Where it is found from outside. */
  address: string | null;
}

/** What the team sees of the public page: where it stands, what has changed since, the HTML to paste. */
export function presentPublicPage(
  project: ProjectInReach,
  atHand: PageAtHand,
  can: { edit: boolean },
  reader: Reader,
) {
  const { publicPages: words } = reader.texts;
  const edit = { href: paths.editPublicPage(project.id), label: words.edit, icon: "pencil" };
  const { page, facts } = atHand;
  if (!page || !facts) {
    const action = can.edit ? { action: { ...edit, label: words.begin } } : {};
    const emptyState = { icon: "world", text: words.empty, detail: words.emptyDetail, ...action };
    return { pageHeader: { title: words.title }, words, emptyState, state: null };
  }
  const isOut = page.publishedEdition !== null;
  return {
    pageHeader: {
      title: words.title,
      pill: isOut
        ? { tone: "green", label: words.states.published, icon: "world" }
        : { tone: "grey", label: words.states.hidden, icon: "eye-off" },
      actions: { primary: null, more: can.edit ? [edit] : [] },
    },
    words,
    emptyState: null,
    state: presentState({ ...atHand, page, facts }, can, reader),
  };
}

function presentState(
  { page, facts, editions, html, address }: PageAtHand & { page: PublicPage; facts: PublicFacts },
  can: { edit: boolean },
  { texts, formats }: Reader,
) {
  const { publicPages: words } = texts;
  const { projectId } = page;
  const out = editions.find(({ number }) => number === page.publishedEdition);
  const changed = out ? differencesOf(JSON.parse(out.facts) as PublicFacts, facts) : [];
  const isWaiting = !out || changed.length > 0;
  const publish = stepOf(page, paths.publicPagePublication(projectId), publishLabel(out, words));
  return {
    lead: out
      ? words.publishedOn(
          formats.number(out.number),
          formats.dateTime(out.publishedAt),
          out.publishedByName ?? "",
        )
      : words.hiddenLead,
    address: out ? { href: paths.public(page.slug), text: address } : null,
    changed: changed.map((part) => words.parts[part]),
    preview: { href: paths.previewPublicPage(projectId), label: words.preview },
    publish: can.edit && isWaiting ? publish : null,
    withdraw:
      can.edit && out ? stepOf(page, paths.publicPageWithdrawal(projectId), words.withdraw) : null,
    html,
    editions: editions.map((edition) => ({
      number: words.edition(formats.number(edition.number)),
      when: formats.dateTime(edition.publishedAt),
      by: edition.publishedByName ?? "",
      isOut: edition.number === page.publishedEdition,
    })),
  };
}

function publishLabel(out: Edition | undefined, words: Reader["texts"]["publicPages"]): string {
  return out ? words.publishAgain : words.publish;
}

function stepOf(page: PublicPage, action: string, label: string) {
  return { action, label, version: String(page.version), submission: randomUUID() };
}
