import { beforeEach, expect, test } from 'vitest'
import { broughtBack, forgetBehind, leaveBehind, nothingNarrowed } from '../../app/components/checks/left-behind.ts'

beforeEach(() => forgetBehind())

const filtered = { ...nothingNarrowed, q: 'talent', area: 'customer' }

test('AL16: the end of a walk brings back what was there when it began, as the way back does', () => {
  leaveBehind(filtered)
  expect(broughtBack(nothingNarrowed)).toEqual(filtered)
})

test('AL16: what the reader has narrowed since stays, and nothing comes back to who began on a drawing that was not narrowed', () => {
  leaveBehind(filtered)
  const since = { ...nothingNarrowed, q: 'brand' }
  expect(broughtBack(since)).toEqual(since)
  leaveBehind(nothingNarrowed)
  expect(broughtBack(nothingNarrowed)).toEqual(nothingNarrowed)
})

test('AL16: a walk that was left otherwise leaves nothing to the next one', () => {
  leaveBehind(filtered)
  forgetBehind()
  expect(broughtBack(nothingNarrowed)).toEqual(nothingNarrowed)
})
