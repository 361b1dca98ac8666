import type { Request, Response, Router } from "express";
import { allow } from "../../../../access/allow.ts";
import type { Deps } from "../../../../deps.ts";
import { paths } from "../../../../paths.ts";
import { sendPrepared } from "../../../../web/prepared-file.ts";
import { withQuery } from "../../../../web/query-string.ts";
import { preparedFile } from "../../../prepared-files/service.ts";
import { monthTitle } from "../../words.ts";
import type { SummaryFormat } from "../addresses.ts";
import { type Asked, askedOf } from "../asking.ts";
import { scopeOf } from "../scope.ts";
import { orderOf } from "./order.ts";

type FileDeps = Pick<Deps, "db" | "clock" | "config" | "log">;

const FORMATS: readonly SummaryFormat[] = ["pdf", "docx", "xlsx"];

/** The summary as a file in the reader's language. */
export function addSummaryFiles(router: Router, deps: FileDeps): void {
  for (const format of FORMATS)
    router.get(paths.summaryFile(":month", format), allow("summary:view"), (req, res) =>
      sendFile(deps, format, req, res),
    );
}

async function sendFile(
  deps: FileDeps,
  format: SummaryFormat,
  req: Request,
  res: Response,
): Promise<void> {
  const asked = askedOf(req, res, deps.clock.now());
  const scope = await scopeOf(deps.db, asked);
  // What is computed is of an instant: the address names it, so that asking again asks for the same file.
  if (scope.missing.length > 0 && asked.askedAsOf === null)
    return res.redirect(303, momentHref(asked, format));
  const { texts, formats } = res.locals;
  const order = orderOf(asked, scope, { format, language: formats.language });
  const prepared = await preparedFile(deps, order, res.locals.viewer?.id ?? null);
  const words = texts.summaries.files;
  await sendPrepared(deps, req, res, prepared, {
    title: words.preparing(words.formats[format]),
    back: { href: backTo(asked), label: monthTitle(asked.month, res.locals) },
    breadcrumbs: [{ label: texts.months.portfolio.title, href: paths.summaries() }],
  });
}

function momentHref({ month, department, against, asOf }: Asked, format: SummaryFormat): string {
  return withQuery(paths.summaryFile(month, format), { department, against, asOf });
}

function backTo({ month, department, against }: Asked): string {
  return withQuery(paths.summary(month), { department, against });
}
