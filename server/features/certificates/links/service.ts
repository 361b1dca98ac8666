import {
  findLinkedCertificate,
  type LinkedCertificate,
} from "../../../../db/queries/certificates.ts";
import type { Deps } from "../../../deps.ts";
import { readCertificateLink } from "./rules.ts";

export type OpenedLink =
  | { fate: "unknown" | "expired" | "replaced" }
  | { fate: "open"; until: string; certificate: LinkedCertificate & { file: string } };

/** What a link opens today: nothing once it has expired, or its certificate was replaced or deleted. */
export async function openCertificateLink(
  { db, config, clock }: Pick<Deps, "db" | "config" | "clock">,
  token: string,
): Promise<OpenedLink> {
  const signed = readCertificateLink(token, config);
  const found = signed && (await findLinkedCertificate(db, signed.id));
  if (!signed || !found) return { fate: "unknown" };
  const { file, ...certificate } = found;
  if (found.isReplaced || file === null) return { fate: "replaced" };
  if (clock.today() > signed.until) return { fate: "expired" };
  return { fate: "open", until: signed.until, certificate: { ...certificate, file } };
}
