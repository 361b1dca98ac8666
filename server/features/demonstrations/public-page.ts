import { findPublicPage } from "../../../db/queries/public-pages.ts";
import type { Author } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { textsFor } from "../../texts/index.ts";
import { publishPage, savePublicPage } from "../public-pages/service.ts";

export interface ToldPage {
  projectId: number;
  programme: string;
  slug: string;
  introduction: string;
  office: string;
}

/** Writes the public page of a project and lets anybody read it. */
export async function enterPublicPage(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, programme, slug, introduction, office }: ToldPage,
): Promise<void> {
  const { fundingSentences, projectManager } = textsFor("cs").publicPages;
  const entry = {
    ...{ slug, introduction, contactFunction: projectManager, contactOffice: office, version: 0 },
    fundingSentence: fundingSentences[programme] ?? fundingSentences.other ?? "",
    ...{ contactAddress: null, contactEmail: null, contactPhone: null },
  };
  await savePublicPage(deps, author, projectId, { entry, formOf: () => ({}) });
  const page = await findPublicPage(deps.db, projectId);
  if (page) await publishPage(deps, author, projectId, page.version);
}
