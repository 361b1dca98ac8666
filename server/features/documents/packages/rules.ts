import type { Language } from "../../../texts/index.ts";

/** What an order of papers is made of. */
export interface PackageParams {
  /** Of the monitoring period. */
  number: number;
  /** Who ordered: papers of confidential events are there for their coordinator alone. */
  viewerId: number;
  language: Language;
  versionIds: number[];
}
