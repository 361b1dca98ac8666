import { z } from "zod";

/** Nothing about the shape of e-mail or password is told at sign-in: wrong is wrong. */
export const signInSchema = z.object({
  email: z
    .string()
    .default("")
    .transform((typed) => typed.trim().slice(0, 300)),
  password: z
    .string()
    .default("")
    .transform((typed) => typed.slice(0, 1_024)),
  next: z.string().optional(),
});

export type SignIn = z.output<typeof signInSchema>;
