import { z } from "zod";

const typedPassword = z.string().default("");

/** Never changed on its way: the password is what was typed. */
export const newPasswordSchema = z
  .object({ password: typedPassword, passwordAgain: typedPassword })
  .refine((entry) => entry.password === entry.passwordAgain, {
    path: ["passwordAgain"],
    message: "passwordsDiffer",
  });

/** Whose password; nothing is told about whether such an e-mail is known or even is one. */
export const resetRequestSchema = z.object({
  email: z
    .string()
    .max(300)
    .default("")
    .refine((typed) => typed.trim() !== "", "required"),
});
