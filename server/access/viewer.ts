import type { StoodInFor } from "../../db/queries/sessions.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { GlobalRole } from "./permissions.ts";

/** Who is signed in, as read with the session in one query on every request. */
export interface Viewer {
  id: number;
  name: string;
  email: string;
  language: "cs" | "en";
  theme: "auto" | "light" | "dark";
  hasShortcuts: boolean;
  roles: GlobalRole[];
  /** An auditor may be let in for a span of days only. */
  auditsFromOn: CalendarDate | null;
  auditsUntilOn: CalendarDate | null;
  /** Names of participants in some project, by the role there; the way to the registry is shown for it. */
  readsNames: boolean;
  /** Whose deputy they are today: they hold the project roles of these, and nothing else of theirs. */
  standsInFor: StoodInFor[];
}
