import { randomUUID } from "node:crypto";
import { foldText } from "../../../server/values/fold.ts";
import { COMMON_WORD, RARE_WORD } from "../filling/vocabulary.ts";

export interface MeasuredPage {
  name: string;
  path: string;
  /** Milliseconds; the goal for the median at one client. */
  goalMs?: number;
  /** Its rows do not grow with the number of projects. */
  isFixed?: boolean;
  isPublic?: boolean;
  isPost?: boolean;
}

export function measuredPages(month: string): MeasuredPage[] {
  return [
    { name: "my overview", path: "/" },
    { name: "list of 50 projects", path: "/projects" },
    { name: "overview", path: "/projects/1", goalMs: 10, isFixed: true },
    { name: "activities, filtered", path: "/projects/1/activities?state=running", isFixed: true },
    { name: "agenda, mine", path: "/agenda?who=mine", isFixed: true },
    { name: "agenda, all", path: "/agenda?who=all" },
    { name: "timeline", path: "/projects/1/timeline", goalMs: 20, isFixed: true },
    { name: "search, common word", path: `/search?q=${COMMON_WORD}`, goalMs: 15 },
    { name: "search, rare word", path: `/search?q=${foldText(RARE_WORD)}`, goalMs: 15 },
    { name: "portfolio summary", path: `/summaries/${month}`, goalMs: 30 },
    { name: "log of a project", path: "/projects/1/progress", isFixed: true },
    { name: "sign-in page", path: "/sign-in", isFixed: true, isPublic: true },
    {
      name: "POST of a log entry",
      path: "/projects/1/progress",
      isFixed: true,
      isPost: true,
    },
  ];
}

/** The form of a log entry, with a nonce of its own: the same one twice would be written once. */
export function entryForm(csrf: string, today: string): string {
  return new URLSearchParams({
    _csrf: csrf,
    _submission: randomUUID(),
    happenedOn: today,
    body: "Porada realizačního týmu: termíny, stáže, podklady ke zprávě o realizaci.",
    activityIds: "1",
    hours: "1,5",
  }).toString();
}
