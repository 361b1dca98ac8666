import { z } from "zod";
import { checkbox, choice, text, version } from "../../../values/fields.ts";

/** Hours at which the daily digest may come: each half hour of the working day. */
export const digestHours = Array.from({ length: 25 }, (_, half) => {
  const minutes = 6 * 60 + half * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
});

export const preferencesSchema = z.object({
  name: text(100),
  language: choice(["cs", "en"]),
  theme: choice(["auto", "light", "dark"]),
  hasShortcuts: checkbox(),
  digestsEnabled: checkbox(),
  digestAt: choice(digestHours),
  version: version(),
});

export type PreferencesEntry = z.output<typeof preferencesSchema>;

const typedPassword = z.string().default("");

export const passwordChangeSchema = z
  .object({
    currentPassword: typedPassword.refine((typed) => typed !== "", "required"),
    newPassword: typedPassword,
    newPasswordAgain: typedPassword,
  })
  .refine((entry) => entry.newPassword === entry.newPasswordAgain, {
    path: ["newPasswordAgain"],
    message: "passwordsDiffer",
  });
