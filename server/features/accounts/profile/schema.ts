import { z } from "zod";
import { checkbox, choice, text, version } from "../../../values/fields.ts";

export const preferencesSchema = z.object({
  name: text(100),
  language: choice(["cs", "en"]),
  theme: choice(["auto", "light", "dark"]),
  hasShortcuts: checkbox(),
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
