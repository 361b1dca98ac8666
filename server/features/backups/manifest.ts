import { z } from "zod";

const FORMAT = "osnova-backup-1";

/** What an archive says of itself: enough to know, before anything is touched, that it is whole and ours. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  schemaVersion: z.string(),
  createdAt: z.iso.datetime(),
  tables: z.record(z.string().regex(/^[a-z_]+$/), z.number().int().min(0)),
  parts: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type Manifest = z.infer<typeof manifestSchema>;

export function newManifest(schemaVersion: string, createdAt: string): Manifest {
  return { format: FORMAT, schemaVersion, createdAt, tables: {}, parts: {} };
}

/** An archive that must not be used, with the reason in a line for whoever runs the command. */
export class UnusableBackup extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "UnusableBackup";
  }
}
