import { paths } from "../paths.ts";
import type { Texts } from "../texts/index.ts";

/** The pages of one's own settings. */
export type ProfilePage = keyof Texts["accounts"]["profile"]["tabs"];

export function profileTabs(current: ProfilePage, texts: Texts) {
  const { tabs } = texts.accounts.profile;
  const hrefs: [ProfilePage, string][] = [
    ["profile", paths.profile()],
    ["notifications", paths.notifications()],
    ["calendar", paths.calendarFeeds()],
    ["deputy", paths.ownDeputy()],
  ];
  return hrefs.map(([page, href]) => ({ href, label: tabs[page], isCurrent: page === current }));
}
