import { isReachedIn } from '../../okr/reached.ts'
import { downstreamOf } from '../../plan/reach.ts'
import { keyResultPart, type Sentence, type SentencePart, words } from '../../plan/sentence.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { waitedFor } from '../chance/supply.ts'
import { bestHelp, mostOf } from '../report/best-help.ts'
import { counted, inHundred, isSome } from '../report/said.ts'
import type { Figure } from './figure.ts'
import { sayable, statedOf, waitingCounts } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { chanceWords, differenceText, movesText, offBy, toldPart } from './told.ts'
import { waysBetween } from './ways.ts'

/** What a key result means for the goal. */
export type Swing = {
  readonly keyResultId: string
  /** by how much the goal's chance grows if it is certain */
  readonly gain: Stated
  /** by how much it falls if it is missed */
  readonly loss: Stated
}

const howGain =
  'Works out the chance of the goal twice: as planned, and as if the own part of this one result were certain, while what it needs stays as likely as it is. The difference is what help here can gain at most. Source: improvement potential, after Birnbaum 1969.'
const howLoss =
  'Works out the chance of the goal twice: as planned, and as if this one result were missed. Source: risk achievement, after Birnbaum 1969.'

/**
 * What each key result means for the goal, the widest first; those that mean nothing for it are left out, and those that are
 * reached, which nobody can help and which slip no more. Where the goal waits for a ring:
 * as it would be without the cheapest cuts.
 *
 * Cost O(key results · log). Spec: IN6.
 */
export function swings({ snapshot, graph, numbers }: Looked): readonly Swing[] {
  if (!numbers) return []
  const { numbers: by } = sayable(numbers)
  const all = graph.keyResultIds.flatMap((keyResultId): Swing[] => {
    if (isReachedIn(snapshot, keyResultId)) return []
    const [gain, loss] = [statedOf(by, 'gainIfCertain', keyResultId), statedOf(by, 'lossIfMissed', keyResultId)]
    return gain && loss && isSome(mostOf(gain) + mostOf(loss)) ? [{ keyResultId, gain, loss }] : []
  })
  return all.toSorted((a, b) => mostOf(b.gain) + mostOf(b.loss) - mostOf(a.gain) - mostOf(a.loss))
}

/** Where help does most for the goal, other than at the goal itself: by what can be counted on, then by what is possible; the first of several. Null where nothing can lift it by half of one in a hundred. Cost O(key results · log). Spec: IN6. */
export function helpFirst(looked: Looked, all = swings(looked)): Swing | null {
  const at = new Map(looked.graph.keyResultIds.map((id, place) => [id, place]))
  const inOrder = all.toSorted((a, b) => (at.get(a.keyResultId) ?? 0) - (at.get(b.keyResultId) ?? 0))
  return bestHelp(inOrder, looked.numbers?.goal ?? null)
}

function goalChance({ numbers }: Looked): { readonly chance: Stated | null; readonly isAfterCut: boolean } {
  if (!numbers) return { chance: null, isAfterCut: false }
  const { numbers: by, isAfterCut } = sayable(numbers)
  return { chance: statedOf(by, 'vAll', 'goal'), isAfterCut }
}

function base({ snapshot, graph, numbers }: Looked, kind: 'help' | 'slip', keyResultId: string) {
  const goal = numbers?.goal ?? keyResultId
  return { id: `${kind}:${keyResultId}`, shown: waysBetween(graph, [keyResultId], goal), goalPart: keyResultPart(snapshot, goal) }
}

/** What the goal gains and loses with a key result, as large as it is told. Cost O(1). Spec: IN25. */
export function toldSwing(looked: Looked, { gain, loss }: Pick<Swing, 'gain' | 'loss'>): Pick<Swing, 'gain' | 'loss'> {
  const { chance } = goalChance(looked)
  return { gain: toldPart(chance, gain, 'added'), loss: toldPart(chance, loss, 'lost') }
}

/** A difference with its sign; a range, and what is hardly anything, stand without. */
function signed(sign: '+' | '−', part: Stated): string {
  return part.value === null || inHundred(part.value) === 0 ? differenceText(part) : `${sign}${differenceText(part)}`
}

function countOf(looked: Looked, part: Stated): string {
  const { chance, isAfterCut } = goalChance(looked)
  const has = isAfterCut ? 'without the rings the goal would have' : 'as planned the goal has'
  const off = offBy(part)
  return `${has} ${chanceWords(chance)}${off === '' ? '' : `; the difference is found by trials, ${off} in 100`}`
}

/** What helping a key result does. To be certain itself means of the goal that only what it needs could stop it. */
function helpReading(looked: Looked, keyResultId: string, { gain, goalPart }: { gain: Stated; goalPart: SentencePart }): Sentence {
  const now = goalChance(looked).chance?.value ?? null
  const moves = movesText(now, now === null || gain.value === null ? null : now + gain.value)
  if (keyResultId === looked.numbers?.goal)
    return [words('If only what '), goalPart, words(` needs could stop it, its chance would rise ${moves ?? `by ${differenceText(gain)}`}.`)]
  const lifts: Sentence = moves
    ? [words(' certain lifts '), goalPart, words(` ${moves}.`)]
    : [words(` certain adds ${differenceText(gain)} to the chance of `), goalPart, words('.')]
  return [words('Making '), keyResultPart(looked.snapshot, keyResultId), ...lifts]
}

/** What helping one key result gains for the goal: “Making *2 new offers* certain lifts *5 new clients* from 25 to 36 in 100.” Null where it is not known. Cost O(key results + needs). Spec: IN6. */
export function helpFigure(looked: Looked, keyResultId: string): Figure | null {
  const all = swings(looked)
  const swing = all.find((each) => each.keyResultId === keyResultId)
  if (!swing) return null
  const { id, shown, goalPart } = base(looked, 'help', keyResultId)
  return {
    id,
    name: helpFirst(looked, all)?.keyResultId === keyResultId ? 'Help here first' : 'Gain if certain',
    value: signed('+', toldSwing(looked, swing).gain),
    reading: helpReading(looked, keyResultId, { gain: swing.gain, goalPart }),
    count: countOf(looked, swing.gain),
    how: howGain,
    shown,
  }
}

/** What the goal loses with one key result: “If *Hire 12 engineers* slips, 7 results feel it: *5 new clients* falls from 25 to 12 in 100.” Null where it is not known. Cost O(key results + needs). Spec: IN6. */
export function slipFigure(looked: Looked, keyResultId: string): Figure | null {
  const swing = swings(looked).find((each) => each.keyResultId === keyResultId)
  if (!swing) return null
  const { id, shown, goalPart } = base(looked, 'slip', keyResultId)
  const now = goalChance(looked).chance?.value ?? null
  const moves = movesText(now, now === null || swing.loss.value === null ? null : Math.max(0, now - swing.loss.value))
  const feel = (looked.numbers && waitingCounts(looked.numbers)[keyResultId]) ?? downstreamOf(waitedFor(looked.supply()), keyResultId).size
  const who =
    keyResultId === looked.numbers?.goal
      ? 'nothing makes up for it'
      : feel === 0
        ? 'no other result feels it'
        : `${counted(feel, 'result')} ${feel === 1 ? 'feels' : 'feel'} it`
  const falls = moves ? ` falls ${moves}.` : ` loses ${differenceText(swing.loss)}.`
  return {
    id,
    name: 'If this slips',
    value: signed('−', toldSwing(looked, swing).loss),
    reading: [words('If '), keyResultPart(looked.snapshot, keyResultId), words(` slips, ${who}: `), goalPart, words(falls)],
    count: countOf(looked, swing.loss),
    how: howLoss,
    shown,
  }
}
