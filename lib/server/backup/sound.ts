import { DomainError } from '../../domain/error.ts'
import { type Source, SourceMissing } from './source.ts'

/** Copies of a damaged database would take the place of good ones. @throws DomainError UNAVAILABLE with what is damaged; SourceMissing where it is not Weft's */
export async function requireSound(source: Source): Promise<void> {
  const damage = (await source.damage()) ?? []
  if (damage.length > 0)
    throw new DomainError('UNAVAILABLE', 'The database is damaged, so no copy of it was made. Restore an earlier backup.', {
      faults: damage.map((message) => ({ path: 'database', message })),
    })
  if (source.migrations.length === 0) throw new SourceMissing('This database is not one of Weft.')
}
