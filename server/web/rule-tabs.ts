import { paths } from "../paths.ts";
import type { Texts } from "../texts/index.ts";

/** Tabs above the pages of rules, which several features share. */
export function ruleTabs(current: keyof Texts["programmeRules"]["tabs"], texts: Texts) {
  const { tabs } = texts.programmeRules;
  const pages = [
    ["rules", paths.rules()],
    ["codeLists", paths.codeLists()],
    ["eventKinds", paths.eventKinds()],
    ["indicators", paths.indicatorDefinitions()],
    ["socialServices", paths.socialServices()],
    ["planTerms", paths.planTerms()],
    ["documents", paths.documentRequirements()],
    ["reminders", paths.reminderRules()],
  ] as const;
  return pages.map(([name, href]) => ({ href, label: tabs[name], isCurrent: name === current }));
}
