import { expect } from 'vitest'
import type { Quarter } from './quarter.ts'

/** What a session left, in one of its forms, as the server tells it today. */
export async function outputAs(quarter: Quarter, ritualId: string, as: 'md' | 'ics'): Promise<string> {
  const { status, body } = await quarter.send('mara', 'GET', `/rituals/${ritualId}/output?as=${as}`)
  expect(status).toBe(200)
  return String(body).replaceAll(quarter.networkId, 'tidewater')
}
