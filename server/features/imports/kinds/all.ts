import type { ImportName } from "../rules.ts";
import { attendanceKind } from "./attendance.ts";
import { expenditureKind } from "./expenditures.ts";
import { indicatorValueKind } from "./indicator-values.ts";
import type { ImportKind } from "./kind.ts";
import { logEntryKind } from "./log-entries.ts";
import { milestoneKind } from "./milestones.ts";
import { participantKind } from "./participants.ts";
import { registrationKind } from "./registrations.ts";

export const kinds: Record<ImportName, ImportKind> = {
  participants: participantKind,
  registrations: registrationKind,
  attendance: attendanceKind,
  milestones: milestoneKind,
  "indicator-values": indicatorValueKind,
  "log-entries": logEntryKind,
  expenditures: expenditureKind,
};
