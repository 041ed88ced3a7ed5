import { expect, test } from 'vitest'
import { reportLines, reportMarkdown, reportSentence, reportTotal } from '../../../app/[network]/history/_parts/report-text.ts'
import type { Report } from '../../../app/components/history/types.ts'

const today = '2027-02-10'
const group = (kind: 'internal' | 'external' | null, changeSets: number) => ({ kind, changeSets, added: 1, changed: 2, removed: 3, revisions: [] })
const report: Report = { from: '2027-01-01', to: today, groups: [group(null, 4), group('internal', 2)] }

test('HS5: each reason has its line, also where nothing has it, and the lines add up', () => {
  const lines = reportLines(report)
  expect(lines.map(({ word, changeSets, filter }) => [word, changeSets, filter])).toEqual([
    ['Internal', 2, 'internal'],
    ['External', 0, 'external'],
    ['No reason given', 4, 'none'],
  ])
  expect(reportTotal(lines)).toEqual({ changeSets: 6, added: 2, changed: 4, removed: 6 })
})

test('HS5: the sentence says how many, when and why', () => {
  expect(reportSentence(report, today)).toBe('6 changes of structure, 1 Jan to 10 Feb: 2 internal, 4 without a reason.')
  expect(reportSentence({ ...report, groups: [] }, today)).toBe('The structure did not change, 1 Jan to 10 Feb.')
})

test('HS5: as Markdown it is a table that a name cannot break', () => {
  const text = reportMarkdown('A|B *net*', report, today)
  expect(text).toContain('## Changes of structure by reason, A\\|B \\*net\\*')
  expect(text).toContain('| External | 0 | 0 | 0 | 0 |')
  expect(text).toContain('| All | 6 | 2 | 4 | 6 |')
})
