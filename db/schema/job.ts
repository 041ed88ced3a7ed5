import type { Columns } from '../columns.ts'

/** What the program does by itself from time to time: which process has it in hand, and how it went. In no backup. */
export function jobTables(c: Columns) {
  const job = c.table(
    'job',
    {
      name: c.ref('name').notNull(),
      leasedBy: c.str('leased_by'),
      leasedUntil: c.instant('leased_until'),
      nextAt: c.instant('next_at').notNull(),
      lastAt: c.instant('last_at'),
      lastOutcome: c.str('last_outcome'),
    },
    (t) => [c.primaryKey({ name: 'job_pk', columns: [t.name] })],
  )
  return { job }
}
