import { expect, test } from 'vitest'
import { stepNow } from '../../../app/[network]/insights/_parts/steps.ts'

const promises = { states: {}, coverage: null, open: 0, declined: 0, crossNode: 0, crossArea: 0, needsWithoutExchange: [], exchangesWithoutNeed: [] }
const nodeDSM = { edges: [], givenOrder: [], feedbackMarksGivenOrder: 0, minFeedbackMarks: 0, oneOptimalOrder: [], numberOfOptimalOrders: 1 }

test('the step that is told is the first one that is not known of this revision', () => {
  expect(stepNow({ known: {}, revision: 4 })).toBe('counting promises')
  const known = { promises: { value: promises, revision: 4 }, nodeDSM: { value: nodeDSM, revision: 4 } }
  expect(stepNow({ known, revision: 4 })).toBe('looking for rings')
  // what is known of an earlier revision is shown, and measured again
  expect(stepNow({ known, revision: 5 })).toBe('counting promises')
})
