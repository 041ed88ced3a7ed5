import { call } from '../../command/call.ts'
import { keyResultPart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { outputWord } from '../output-word.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, DraftScope } from '../rule.ts'

/** A key result that tells of something to make, and not of what changes through it. Cost O(length of titles). Spec: AL26, AL60-AL64. */
export const output: CheckRule<DraftScope> = {
  key: 'output',
  theme: 'goals',
  severity: 'medium',
  title: 'Output instead of outcome',
  why: 'A thing can be made on time and change nothing for anybody.',
  source: 'The OKR method: key results are outcomes. The list of words, and how often it is right, is in docs/spec/checks.md.',
  fix: 'Say what changes for somebody once it is there.',
  limit: null,
  find: ({ snapshot, keyResults }) =>
    keyResults.flatMap(({ id, title }) => {
      const word = outputWord(title)
      if (word === null) return []
      return [
        {
          subjects: [{ entity: 'keyResult', id }] as const,
          nodeIds: nodesOfKeyResult(snapshot, id),
          sentence: say(keyResultPart(snapshot, id), ` tells of something to make (“${word}”). What changes for somebody once it is there?`),
          hint: `This is something to make. What changes for somebody once it is there? It says “${word}”.`,
          own: [
            fixOf({ id: 'title', key: 'W', label: 'Say what changes', asks: ['text'], suggested: { text: title } }, ({ text }) => [
              call('keyResult.update', { id, set: { title: text ?? title } }),
            ]),
          ],
        },
      ]
    }),
}
