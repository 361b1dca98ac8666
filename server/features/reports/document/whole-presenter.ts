import { paths } from "../../../paths.ts";
import { reportName, reportPill, type Wording } from "../words.ts";
import { type DocumentOf, presentBlocks } from "./paper.ts";

/** The report on a page: the blocks of its paper. `submission` is the number of what is shown of it. */
export function presentWhole(of: DocumentOf, wording: Wording, submission: number | null) {
  const { report } = of;
  const { texts, formats } = wording;
  const { whole: words } = texts.reportFigures;
  const { projectId, id } = report;
  const files = [
    { href: paths.reportPaper(projectId, id), label: words.pdf, icon: "file-text" },
    { href: paths.reportDocument(projectId, id), label: words.docx, icon: "file-text" },
  ];
  return {
    pageHeader: {
      title: submission === null ? words.title : words.submission(formats.number(submission)),
      code: reportName(report, wording),
      ...(submission === null ? { pill: reportPill(report.state, texts) } : {}),
      actions: { primary: null, more: submission === null ? files : [] },
    },
    blocks: presentBlocks(of, wording),
  };
}
