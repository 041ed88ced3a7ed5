import type { CheckInValue } from '../../../lib/domain/metric.ts'
import type { PromiseMoveName } from '../../../lib/domain/vocabulary.ts'
import type { Key } from './company.ts'

type Told = readonly [who: Key, keyResultId: string, value: CheckInValue, confidence: number, note?: string]
type Moved = readonly [day: string, who: Key, dependencyId: string, move: PromiseMoveName, given?: object]

/** A week: what is told and moves before its walk, and what the walk leaves. */
export type Week = {
  /** the Monday of the walk */
  readonly day: string
  readonly told: readonly Told[]
  /** hours until a rider has an answer, bikes repaired twice; null where nobody read it */
  readonly health: readonly [number | null, number | null]
  readonly moved?: readonly Moved[]
  /** actions of earlier walks that were done in the week before, with the day */
  readonly done?: readonly (readonly [day: string, who: Key, itemId: string])[]
  /** said in the walk, in one line each: actions as they are typed */
  readonly decisions?: readonly string[]
  readonly actions?: readonly (readonly [id: string, line: string])[]
  readonly parked?: readonly string[]
}

/** Twelve weeks of a winter in which locks freeze, firmware comes late and the season pass is sold all the same. */
export const weeks: readonly Week[] = [
  {
    day: '2027-01-04',
    told: [
      ['ines', 'k1-return', 48, 7],
      ['ines', 'r-pass', 0, 6],
      ['tom', 'a-ble', 0, 6],
      ['tom', 'a-pass', [0, 0, 0], 7],
      ['yuki', 'k1-lock', 93, 6],
      ['yuki', 'f-near', 71, 7],
      ['ben', 'w-wait', 9, 7],
      ['ben', 'w-winter', 140, 8],
    ],
    health: [5, 4],
    actions: [['act-rules', '@mara write down who may move a promise, and how by fri']],
  },
  {
    day: '2027-01-11',
    told: [
      ['tom', 'a-pass', [1, 0, 0], 8, 'Riders understood the first drawing.'],
      ['tom', 'a-ble', 0, 6],
      ['ben', 'w-winter', 190, 8],
      ['yuki', 'f-near', 72, 7],
      ['yuki', 'k1-lock', 93.5, 6],
      ['ines', 'k1-return', 48, 7],
    ],
    health: [5.2, 4.1],
    moved: [['2027-01-07', 'yuki', 'n-eight', 'promise', { promisedOn: '2027-02-26' }]],
    done: [
      ['2027-01-07', 'mara', 'act-rules'],
      ['2027-01-07', 'yuki', 'about:n-eight'],
    ],
    decisions: ['Winter bikes come first until 1 February'],
    actions: [['act-rain', '@yuki test ten locks in the rain by fri']],
  },
  {
    day: '2027-01-18',
    told: [
      ['ben', 'w-wait', 8.1, 7],
      ['ben', 'w-winter', 260, 8],
      ['tom', 'a-ble', 4, 6],
      ['tom', 'a-pass', [1, 0, 0], 8],
      ['ines', 'k1-return', 49, 7],
      ['yuki', 'f-near', 73, 7],
    ],
    health: [5.5, 4.4],
    moved: [
      ['2027-01-12', 'ben', 'n-notice', 'request', {}],
      ['2027-01-13', 'ines', 'n-notice', 'promise', { promisedOn: '2027-01-29' }],
    ],
    done: [['2027-01-13', 'ben', 'about:n-notice']],
  },
  {
    day: '2027-01-25',
    told: [
      ['yuki', 'k1-lock', 93, 3, 'Every tenth lock freezes below −5 °C.'],
      ['yuki', 'f-near', 74, 7],
      ['tom', 'a-ble', 5, 6],
      ['ben', 'w-wait', 7.6, 7],
      ['ben', 'w-winter', 310, 8],
      ['ines', 'k1-return', 49.5, 7],
    ],
    health: [6.4, 4.6],
    decisions: ['No lock gets firmware that has not been in the cold chamber'],
    actions: [['act-chamber', '@yuki rent the cold chamber of the university by 29 jan']],
  },
  {
    day: '2027-02-01',
    told: [
      ['tom', 'a-ble', 6, 5, 'Without firmware there is nothing to unlock.'],
      ['tom', 'a-pass', [1, 0.5, 0], 8],
      ['ben', 'w-wait', 6.9, 8],
      ['ben', 'w-winter', 350, 8],
      ['yuki', 'f-near', 75, 7],
      ['yuki', 'k1-lock', 93, 3],
    ],
    health: [7.1, 5.1],
    moved: [
      ['2027-01-28', 'ines', 'n-notice', 'deliver', {}],
      ['2027-01-29', 'ben', 'n-notice', 'accept', {}],
    ],
    done: [
      ['2027-01-26', 'yuki', 'act-rain'],
      ['2027-01-29', 'yuki', 'act-chamber'],
    ],
  },
  {
    day: '2027-02-08',
    told: [
      ['tom', 'a-ble', 6, 4],
      ['tom', 'a-pass', [1, 0.5, 0], 7],
      ['ben', 'w-wait', 6.2, 8],
      ['ben', 'w-winter', 390, 9],
      ['yuki', 'f-near', 77, 7],
      ['ines', 'k1-return', 50, 7],
    ],
    health: [9.4, 5.6],
    moved: [
      ['2027-02-04', 'ben', 'n-bikes', 'deliver', {}],
      ['2027-02-05', 'yuki', 'n-bikes', 'accept', {}],
    ],
    decisions: ['Riders hear from us about frozen locks before they ask'],
    actions: [['act-script', '@ines answer every question about locks from one script by fri']],
    parked: ['Whether a second supplier of locks would help'],
  },
  {
    day: '2027-02-15',
    told: [
      ['yuki', 'k1-lock', 93.5, 4],
      ['yuki', 'f-near', 79, 7],
      ['tom', 'a-ble', 6, 4],
      ['tom', 'a-pass', [1, 1, 0], 7],
      ['ben', 'w-wait', 5.5, 8],
      ['ben', 'w-winter', 420, 9],
      ['ines', 'r-pass', 0, 5, 'Everything is ready but the button.'],
    ],
    health: [8.2, 5.2],
    moved: [
      ['2027-02-09', 'yuki', 'n-firmware', 'propose', { terms: { on: '2027-02-19' }, reason: 'The chamber is ours until the 17th.' }],
      ['2027-02-09', 'tom', 'n-firmware', 'agree', {}],
    ],
    done: [['2027-02-11', 'ines', 'act-script']],
  },
  {
    day: '2027-02-22',
    told: [
      ['ines', 'r-pass', 90, 6, 'Ninety in four days.'],
      ['ines', 'k1-return', 51, 8],
      ['tom', 'a-pass', [1, 1, 1], 10],
      ['tom', 'a-ble', 18, 6],
      ['yuki', 'k1-lock', 94, 6],
      ['yuki', 'f-near', 81, 8],
    ],
    health: [6.8, 4.8],
    moved: [
      ['2027-02-17', 'tom', 'n-pass', 'deliver', {}],
      ['2027-02-18', 'ines', 'n-pass', 'accept', {}],
      ['2027-02-19', 'yuki', 'n-firmware', 'deliver', {}],
      ['2027-02-22', 'tom', 'n-firmware', 'accept', {}],
    ],
    actions: [['act-show', '@dana show every node how the pass is sold by 3 mar']],
  },
  {
    day: '2027-03-01',
    told: [
      ['ines', 'r-pass', 180, 7],
      ['tom', 'a-ble', 31, 6],
      ['yuki', 'k1-lock', 94.5, 6],
      ['yuki', 'f-near', 84, 8],
    ],
    health: [5.9, 4.5],
    moved: [
      ['2027-02-25', 'yuki', 'n-eight', 'deliver', {}],
      ['2027-02-26', 'ines', 'n-eight', 'accept', {}],
    ],
  },
  {
    day: '2027-03-08',
    told: [
      ['ines', 'r-pass', 290, 8],
      ['tom', 'a-ble', 40, 5],
      ['yuki', 'f-near', 86, 8],
      ['yuki', 'k1-lock', 94.5, 4],
    ],
    health: [5.4, null],
    moved: [['2027-03-05', 'tom', 'n-ble', 'revoke', { reason: 'The maker ships the last part of the lock in April.' }]],
    decisions: ['Locks without Bluetooth stay in the depot until April'],
    actions: [['act-maker', '@mara call the board of the lock maker by fri']],
  },
  {
    day: '2027-03-15',
    told: [
      ['ines', 'r-pass', 410, 8],
      ['ines', 'k1-return', 52, 8],
      ['tom', 'a-ble', 55, 6],
      ['yuki', 'f-near', 88, 9],
      ['ben', 'w-wait', 4.2, 9, 'Back from three weeks at the new depot.'],
      ['ben', 'w-winter', 470, 9],
    ],
    health: [5.1, 4.2],
    done: [['2027-03-12', 'mara', 'act-maker']],
  },
  {
    day: '2027-03-22',
    told: [
      ['ines', 'r-pass', 520, 8],
      ['ines', 'k1-return', 53, 8],
      ['tom', 'a-ble', 71, 7],
      ['yuki', 'f-near', 91, 9],
      ['yuki', 'k1-lock', 95, 6],
      ['ben', 'w-wait', 3.9, 10],
      ['ben', 'w-winter', 485, 10],
    ],
    health: [4.8, 4],
    decisions: ['Season passes become a node of their own next quarter'],
    actions: [['act-node', '@ines propose what the node does and who leads it by 29 mar']],
  },
]
