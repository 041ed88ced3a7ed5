import { find, type Snapshot } from '../../domain/snapshot.ts'

/** How the log names who acts, as a person reads it: a token's steps are its person's; the program itself and who has left have no name. */
export function nameOfActor(snapshot: Snapshot, actor: string | null): string {
  return find(snapshot, 'person', actor?.split('/')[0] ?? null)?.name ?? 'Somebody'
}
