import { counted } from '../../counted.ts'
import { historyOf as healthHistory } from '../../health/history.ts'
import { healthSentence } from '../../health/sentence.ts'
import { needName } from '../../notify/names.ts'
import type { DependencyAssessment } from '../../okr/assessment.ts'
import { confidenceInTen } from '../../okr/confidence.ts'
import { blockedSentence } from '../../plan/cause-sentence.ts'
import { sentenceText } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import { ageInDays, waitingOf } from '../../promise/waiting.ts'
import { find, get, networkOf, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import type { AgendaSection } from '../../vocabulary.ts'
import type { Candidate } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import type { Reach } from './waiting.ts'
import { daysOf } from './words.ts'

/** “4 key results in 3 areas wait.”; nothing where nobody does. */
function waitText({ keyResults, areas }: Reach): string {
  if (keyResults === 0) return ''
  return ` ${counted(keyResults, 'key result')} in ${counted(areas, 'area')} ${keyResults === 1 ? 'waits' : 'wait'}.`
}

const quoted = (text: string) => `“${text}”`

function titleOf(snapshot: Snapshot, keyResultId: string | null): string {
  return quoted(find(snapshot, 'keyResult', keyResultId)?.title ?? 'a key result that is gone')
}

function nodeName(snapshot: Snapshot, nodeId: string | null): string | null {
  return find(snapshot, 'node', nodeId)?.name ?? null
}

function giverName(snapshot: Snapshot, need: DependencyAssessment): string {
  return nodeName(snapshot, need.supplierNodeId) ?? 'Somebody'
}

function brokenText({ snapshot, assessment }: Compiler, need: DependencyAssessment): string {
  const dependency = get(snapshot, 'dependency', need.id)
  const what = quoted(needName(snapshot, dependency))
  const giver = giverName(snapshot, need)
  const day = dependency.promisedOn ?? dependency.neededOn
  const by = day === null ? '' : ` by ${dayText(day, assessment.today)}`
  if (need.condition === 'declined') return `${giver} declined ${what}, which ${titleOf(snapshot, need.consumerKeyResultId)} needs.`
  if (need.condition === 'revoked') return `${giver} promised ${what}${by} and took it back.`
  return `${giver} promised ${what}${by}; it is ${daysOf(need.lateDays)} late.`
}

function disagreementText({ snapshot, assessment }: Compiler, keyResultId: string): string {
  const { confidence = null, lateDays = 0 } = assessment.keyResults.get(keyResultId) ?? {}
  const said = confidence === null ? '' : `, ${confidenceInTen(confidence)} of 10`
  const blocked = blockedSentence(snapshot, assessment, keyResultId)
  const network = blocked ? sentenceText(blocked.slice(1)) : ` is ${daysOf(lateDays)} late.`
  return `${titleOf(snapshot, keyResultId)} is said to be on track${said}, and${network}`
}

function fellText({ snapshot, base }: Compiler, keyResultId: string): string {
  const { confidenceBefore = null, confidenceAfter = null } = base.moves.get(keyResultId) ?? {}
  const [from, to] = [confidenceBefore ?? 0, confidenceAfter ?? 0].map(confidenceInTen)
  return `Confidence in ${titleOf(snapshot, keyResultId)} fell from ${from} to ${to} of 10.`
}

function staleText({ snapshot, assessment }: Compiler, keyResultId: string): string {
  const days = assessment.keyResults.get(keyResultId)?.daysSinceCheckIn ?? null
  return `Nobody has checked in on ${titleOf(snapshot, keyResultId)} ${days === null ? 'yet' : `for ${daysOf(days)}`}.`
}

function askText({ snapshot, assessment }: Compiler, need: DependencyAssessment): string {
  const dependency = get(snapshot, 'dependency', need.id)
  const waiting = waitingOf(snapshot, dependency)
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const age = ageInDays(need.id, waiting?.since, { dayOf, today: assessment.today })
  const asker = nodeName(snapshot, need.consumerNodeId) ?? 'Somebody'
  const [from, to] = waiting?.side === 'consumer' ? [giverName(snapshot, need), asker] : [asker, giverName(snapshot, need)]
  const since = age === null ? '' : `, ${daysOf(age)} now`
  const by = dependency.neededOn === null ? '' : `, needed by ${dayText(dependency.neededOn, assessment.today)}`
  return `${from} waits for an answer of ${to} on ${quoted(needName(snapshot, dependency))}${by}${since}.`
}

function winText({ snapshot, base }: Compiler, keyResultId: string): string {
  const { progressBefore = null, progressAfter = null } = base.moves.get(keyResultId) ?? {}
  const [from, to] = [progressBefore ?? 0, progressAfter ?? 0].map((share) => Math.round(share * 100))
  return `${titleOf(snapshot, keyResultId)} rose from ${from}% to ${to}%.`
}

function needOf({ assessment }: Compiler, id: string): DependencyAssessment {
  const need = assessment.dependencies.get(id)
  if (!need) throw new Error(`the walk stops at need ${id}, which is not assessed`)
  return need
}

const writers: Record<AgendaSection, (compiler: Compiler, about: string) => string> = {
  promises: (compiler, about) => brokenText(compiler, needOf(compiler, about)),
  disagreements: disagreementText,
  fell: fellText,
  stale: staleText,
  asks: (compiler, about) => askText(compiler, needOf(compiler, about)),
  health: ({ snapshot, assessment }, about) => healthSentence(healthHistory(snapshot, about), assessment.today),
  wins: winText,
}

const longest = 2_000

/** Why a walk stops there, in one or two sentences that hold no name of a person. Cost O(1) but for chains of causes. Spec: WA40. */
export function stopSentence(compiler: Compiler, { section, about, reach }: Candidate): string {
  const waits = section === 'wins' ? '' : waitText(reach)
  return Array.from(`${writers[section](compiler, about)}${waits}`)
    .slice(0, longest / 2)
    .join('')
}

const questions: Record<AgendaSection, string> = {
  promises: 'Move the date, add people, or release the takers?',
  disagreements: 'What do we see differently, and what would change it?',
  fell: 'What happened, and what would bring it back?',
  stale: 'Is it still alive? Who says where it stands?',
  asks: 'Promise it, counter with another date, or decline it?',
  health: 'What do we do less of, so that it recovers?',
  wins: 'What can the others take from it?',
}

/** The question that a stop suggests: a choice that the room can make. Cost O(1). Spec: WA41. */
export function questionOf({ section }: { readonly section: AgendaSection }): string {
  return questions[section]
}
