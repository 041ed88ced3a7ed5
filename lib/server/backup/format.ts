import { z } from 'zod'

export const backupFormat = 'weft-backup/1'

/** The first line of a backup: what it is and what it was made from. */
export const headerSchema = z.strictObject({
  format: z.literal(backupFormat),
  createdAt: z.string(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** the last migration of the database */
  migration: z.string(),
  tables: z.array(z.string()),
})

/** A line between: the table and one row of it, by the names of its fields. */
export const rowSchema = z.tuple([z.string(), z.record(z.string(), z.unknown())])

/** The last line: without it the backup is torn. */
export const trailerSchema = z.strictObject({
  end: z.literal(true),
  /** rows of each table */
  rows: z.record(z.string(), z.int().min(0)),
  /** of all bytes before this line */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type Header = z.infer<typeof headerSchema>
export type Trailer = z.infer<typeof trailerSchema>
export type Row = Readonly<Record<string, unknown>>
