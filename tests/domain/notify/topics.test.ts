import { expect, test } from 'vitest'
import { notificationKinds } from '../../../lib/domain/notify/kinds.ts'
import { channels, channelsFor, mailOf, topicOf, topics } from '../../../lib/domain/notify/topics.ts'

test('NO60: every kind has a topic, and every topic has a kind', () => {
  expect([...new Set(notificationKinds.map(topicOf))].toSorted()).toEqual([...topics].toSorted())
  expect((['promise.request', 'promise.offer', 'promise.accept', 'promise.deleted'] as const).map(topicOf)).toEqual([
    'asks',
    'asks',
    'promises',
    'promises',
  ])
})

test('NO61: what nobody has touched is told on both ways; invitations and minutes have a mail of their own', () => {
  for (const topic of topics) expect(channelsFor({}, topic)).toEqual(channels)
  expect(channelsFor({ minutes: [], asks: ['mail'] }, 'minutes')).toEqual([])
  expect(channelsFor({ minutes: [], asks: ['mail'] }, 'asks')).toEqual(['mail'])
  expect(topics.filter((topic) => mailOf(topic) === 'atOnce')).toEqual(['sessions', 'minutes'])
})
