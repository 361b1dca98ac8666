import type { Response } from "express";
import type { ProjectInReach } from "../../db/queries/projects.ts";
import type { Reach } from "../../db/queries/reach.ts";
import type { GlobalRole } from "../access/permissions.ts";
import type { Viewer } from "../access/viewer.ts";
import type { Formats } from "../texts/formats.ts";
import type { Language, Texts } from "../texts/index.ts";
import type { Flash } from "./flash.ts";
import type { PageRenderer } from "./page.ts";

/** What one request carries from middleware to handlers, typed once. */
export interface RequestLocals {
  requestId: string;
  nonce: string;
  language: Language;
  texts: Texts;
  formats: Formats;
  today: string;
  viewer: Viewer | null;
  roles: GlobalRole[];
  reach: Reach | null;
  /** Whose right let a deputy do this; null where their own did. */
  onBehalfOfId: number | null;
  sessionHash: string | null;
  /** The signed-in user of a session that has run out, so that a form sent too late can be kept. */
  expiredUserId: number | null;
  sessionEndsIn: number | null;
  flash: Flash | null;
  say(key: keyof Texts["flash"], tone?: Flash["tone"]): Response;
  csrfToken(): string;
  page: PageRenderer;
  project?: ProjectInReach;
  /** The record of the address: where a step that its state does not allow leads back to. */
  recordAtHand?: { href: string; label: string };
  /** The file of this form was larger than we take and was not received. */
  isUploadTooLarge?: boolean;
}

declare global {
  namespace Express {
    interface Locals extends RequestLocals {}
  }
}
