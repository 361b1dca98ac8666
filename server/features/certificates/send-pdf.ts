import type { Response } from "express";

/** As a file to keep; a name that tells nothing of whom it is about. */
export function sendPdf(res: Response, name: string, bytes: Buffer): void {
  res.attachment(`${name}.pdf`);
  res.type("application/pdf");
  res.set("Content-Security-Policy", "sandbox; default-src 'none'");
  res.send(bytes);
}
