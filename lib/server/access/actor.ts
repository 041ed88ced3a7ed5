import { isProgram, type Who } from '../../domain/access.ts'
import type { Principal } from './principal.ts'

/** The command line of this machine, in the log. */
export const cliActor = 'cli'

/** How the log names who acts: the person; with a token, the person and the token, whose steps are undone apart; the command line. */
export function actorOf(principal: Principal, who: Who): string {
  if (principal.kind === 'local') return cliActor
  if (principal.kind === 'anonymous') return 'anonymous'
  const name = who.personId ?? principal.userId
  return principal.kind === 'token' ? `${name}/${principal.tokenId}` : name
}

/** Whether somebody can be named by the log: a person of the network, or the program itself. */
export function canSign(who: Who): boolean {
  return who.personId !== null || isProgram(who)
}
