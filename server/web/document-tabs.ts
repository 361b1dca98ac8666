import { paths } from "../paths.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";

/** Tabs above the papers of a project: those there are, and those it owes. */
export function documentTabs(
  current: "all" | "pictures" | "required",
  projectId: number,
  missing: number,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { tabs } = texts.documents;
  const owed = missing === 0 ? {} : { count: formats.number(missing), tone: "red" as const };
  return [
    { href: paths.documents(projectId), label: tabs.all, isCurrent: current === "all" },
    {
      href: paths.documentPictures(projectId),
      label: tabs.pictures,
      isCurrent: current === "pictures",
    },
    {
      ...{ href: paths.requiredDocuments(projectId), label: tabs.required, ...owed },
      isCurrent: current === "required",
    },
  ];
}
