import type { AttendeeState } from "../../../db/queries/meetings.ts";

export const attendeeStates = [
  "invited",
  "present",
  "excused",
  "absent",
] as const satisfies AttendeeState[];
