import { z } from "zod";

/** Nothing about the shape of e-mail or password is told at sign-in: wrong is wrong. */
export const signInSchema = z.object({
  email: z.string().max(300).default(""),
  password: z.string().max(1_024).default(""),
  next: z.string().optional(),
  /** Chosen at the door, before it was known whose language it is. */
  language: z.enum(["cs", "en"]).optional().catch(undefined),
});
