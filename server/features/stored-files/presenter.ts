import type { NamedFile } from "../../../db/queries/stored-files.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { LostFiles } from "./service.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentLostFiles({ checkedAt, files }: LostFiles, { texts, formats }: Words) {
  const words = texts.storedFiles;
  return {
    pageHeader: {
      title: words.title,
      subtitle:
        checkedAt === null ? words.neverChecked : words.checkedAt(formats.dateTime(checkedAt)),
    },
    lead: files.length > 0 ? words.lead : null,
    columns: words.columns,
    rows: files.map((file) => presentRow(file, texts)),
    empty: { text: words.none, icon: "shield-check" },
  };
}

function presentRow({ file, kind, mark, projectId, projectName }: NamedFile, texts: Texts) {
  const { kinds, advice, images } = texts.storedFiles;
  const named = kind === "brand-image" ? ((images as Record<string, string>)[mark] ?? mark) : mark;
  return {
    what: kinds[kind](named),
    project:
      projectId === null ? null : { href: paths.project(projectId), label: projectName ?? "" },
    path: `files/${file}`,
    advice: advice[kind],
  };
}
