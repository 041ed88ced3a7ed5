import type { Topic } from '../../../../../lib/domain/notify/topics.ts'

/** What a person can be told of, in their words. */
export const topicWords: Readonly<Record<Topic, { readonly name: string; readonly says: string }>> = {
  asks: {
    name: 'Asks and offers',
    says: 'Somebody needs something of your node, or offers it something. In a planning without you the mail comes at once.',
  },
  promises: { name: 'Promises', says: 'The other side promised, countered, delivered, accepted, revoked; or the structure below a promise changed.' },
  mentions: { name: 'Mentions and replies', says: 'Somebody names you, or answers in a thread of yours.' },
  comments: { name: 'Comments on what is yours', says: 'On your results, your nodes and your promises.' },
  ownership: { name: 'What becomes yours', says: 'You own a result, take part in a node, or have another role.' },
  proposals: { name: 'Proposals', says: 'Somebody proposes to change your node; it was accepted or declined.' },
  sessions: {
    name: 'Invitations',
    says: 'A planning, a walk or a check has a day, another day, or is called off. The mail holds the date for your calendar.',
  },
  minutes: { name: 'Minutes', says: 'A session was closed. The mail holds its minutes and your own promised days.' },
  actions: { name: 'Actions', says: 'An action is yours, or is due today.' },
  planning: { name: 'Before planning', says: 'Your node is not ready to be planned: a week before, and two days before.' },
  checkIns: { name: 'Check-ins', says: 'On Friday, which of your key results nobody has spoken of this week.' },
  network: { name: 'The network itself', says: 'Somebody accepted your invitation; a webhook of yours was switched off.' },
}
