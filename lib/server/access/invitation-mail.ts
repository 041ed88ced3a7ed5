import type { Message } from '../mail/mail.ts'

export type Invited = { readonly email: string; readonly inviter: string; readonly network: string; readonly address: string }

/** The mail by which somebody is invited. */
export function invitationMail({ email, inviter, network, address }: Invited): Message {
  const text = [
    `${inviter || 'Somebody'} invites you to “${network}” in Weft.`,
    '',
    'Open this link to accept. It is for you alone and holds for seven days:',
    address,
    '',
    'If you did not expect it, leave it: nothing happens then.',
  ].join('\n')
  return { to: email, subject: `${inviter || 'Somebody'} invites you to “${network}”`, text }
}
