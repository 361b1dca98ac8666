import type { NextFunction, Request, Response } from "express";
import passportPackage from "passport";
import { Strategy } from "passport-local";
import type { Author } from "../change.ts";
import type { Deps } from "../deps.ts";
import { InvalidInput } from "../errors.ts";
import {
  checkCredentials,
  closeSession,
  openSession,
  type Recognised,
} from "../features/accounts/service.ts";
import type { Language } from "../texts/index.ts";
import { addressKey, shortAddress } from "../web/client-address.ts";
import { authorOf } from "../web/form.ts";
import { forgetSessionId, issueSessionId } from "../web/session.ts";

/**
 * Signing in by e-mail and password, through passport. Its own sessions stay off: ours are read together
 * with the user and their rights in one query. A passport of its own for each app, since the shared one
 * would mix two apps of a process.
 */
export function passwordSignIn(
  deps: Deps,
): (req: Request, res: Response, language: Language | undefined) => Promise<void> {
  const passport = new passportPackage.Passport();
  const fields = { usernameField: "email", passwordField: "password" };
  passport.use(
    new Strategy({ ...fields, passReqToCallback: true }, (req, email, password, done) => {
      const given = { email, password, address: addressKey(req) };
      const author = oncePerTry(authorOf(req, req.res as Response));
      checkCredentials(deps, author, given).then((user) => done(null, user), done);
    }),
  );
  const recognise = (req: Request, res: Response) =>
    new Promise<Recognised>((resolve, reject) => {
      const answer = (error: unknown, user: Recognised | false | null | undefined) => {
        if (error) reject(error);
        else if (user) resolve(user);
        else reject(new InvalidInput({ form: "wrongSignIn" }));
      };
      const next: NextFunction = (error) => reject(error);
      passport.authenticate("local", { session: false }, answer)(req, res, next);
    });
  return async (req, res, language) => {
    const { viewer, sessionHash } = res.locals;
    const recognised = await recognise(req, res);
    await openSession(deps, oncePerTry(authorOf(req, res)), recognised, {
      idHash: issueSessionId(deps.config, res),
      previous: viewer && sessionHash ? { idHash: sessionHash, userId: viewer.id } : null,
      address: shortAddress(req),
      agent: req.get("user-agent")?.slice(0, 200) ?? null,
      language,
    });
  };
}

/** Ends the session of the request, and the browser forgets what it kept of us. */
export async function signOut(deps: Deps, req: Request, res: Response): Promise<void> {
  const { viewer, sessionHash } = res.locals;
  if (viewer && sessionHash) {
    await closeSession(deps, authorOf(req, res), { idHash: sessionHash, userId: viewer.id });
  }
  forgetSessionId(deps.config, res);
  res.set("Clear-Site-Data", '"cache", "storage"');
}

/** Nobody is the author of a sign-in before it succeeds, and a form sent twice is tried twice. */
function oncePerTry(author: Author): Author {
  return { ...author, userId: null, submission: null };
}
