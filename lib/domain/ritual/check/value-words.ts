/** What an answer to “how do you generate value?” speaks of. */
export const valueMarks = ['output', 'internal', 'user'] as const
export type ValueMark = (typeof valueMarks)[number]

/** A word of the answer, and the list on which it stands. */
export type Because = { readonly word: string; readonly list: 'output' | 'internal' | 'who' | 'effect' }

const lists: Record<Because['list'], readonly string[]> = {
  output: [
    ...['build', 'built', 'building', 'launch', 'launched', 'launching', 'ship', 'shipped', 'shipping', 'write', 'wrote', 'written', 'writing'],
    ...['deliver', 'delivers', 'delivering', 'create', 'creates', 'creating', 'develop', 'develops', 'developing', 'implement', 'implementing'],
    ...['produce', 'produces', 'producing', 'publish', 'publishing', 'release', 'releases', 'releasing', 'migrate', 'maintain', 'maintaining'],
    ...['feature', 'features', 'document', 'documents', 'documentation', 'reports', 'software', 'slides', 'tickets', 'campaigns', 'trainings'],
  ],
  internal: [
    ...['deadline', 'deadlines', 'budget', 'budgets', 'velocity', 'utilisation', 'utilization', 'headcount', 'milestones', 'kpi', 'kpis', 'okrs'],
    ...['efficiency', 'efficient', 'efficiently', 'process', 'processes', 'compliance', 'sprint', 'sprints', 'meetings', 'on time', 'story points'],
    ...['internal', 'coverage', 'throughput', 'plan', 'capacity', 'cost', 'costs'],
  ],
  who: [
    ...['customer', 'customers', 'client', 'clients', 'user', 'users', 'patient', 'patients', 'people', 'citizen', 'citizens', 'student', 'students'],
    ...[
      'buyer',
      'buyers',
      'guest',
      'guests',
      'family',
      'families',
      'partner',
      'partners',
      'reader',
      'readers',
      'nurse',
      'nurses',
      'driver',
      'drivers',
    ],
    ...['teacher', 'teachers', 'developers', 'they', 'them', 'someone', 'somebody', 'members', 'shop', 'shops', 'clinic', 'clinics'],
  ],
  effect: [
    ...[
      'can',
      'faster',
      'sooner',
      'fewer',
      'less',
      'more',
      'easier',
      'safer',
      'cheaper',
      'healthier',
      'better',
      'save',
      'saves',
      'saving',
      'avoid',
      'avoids',
    ],
    ...[
      'trust',
      'return',
      'renew',
      'stay',
      'stays',
      'recommend',
      'understand',
      'choose',
      'wait',
      'waiting',
      'without',
      'instead',
      'able',
      'help',
      'helps',
    ],
    ...['reduce', 'reduces', 'increase', 'increases', 'improve', 'improves', 'solve', 'solves', 'need', 'enjoy', 'feel', 'sleep', 'earn', 'grow'],
  ],
}

function wordsFound(text: string): Because[] {
  const plain = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  const names: readonly Because['list'][] = ['output', 'internal', 'who', 'effect']
  return names.flatMap((list) => lists[list].filter((word) => plain.includes(` ${word} `)).map((word) => ({ word, list })))
}

/** What the helper thinks of an answer; `because` holds every word that it saw, so that a person can see why and say otherwise. */
export type ValueHint = { readonly mark: ValueMark | null; readonly because: readonly Because[] }

/**
 * Whether an answer speaks of user value (somebody outside, and what changes for them), of an internal measure, or of an output. Null where its words say
 * nothing. A rule of thumb on word lists, in English: people decide.
 *
 * Cost O(words · length). Spec: CK40-CK42.
 */
export function valueHint(text: string): ValueHint {
  const because = wordsFound(text)
  const count = (list: Because['list']) => because.filter((each) => each.list === list).length
  if (count('who') > 0 && count('effect') > 0) return { mark: 'user', because }
  if (count('internal') > 0 && count('internal') >= count('output')) return { mark: 'internal', because }
  return { mark: count('output') > 0 ? 'output' : null, because }
}

const markWords: Record<ValueMark, string> = { output: 'an output', internal: 'an internal measure', user: 'user value' }

/** A mark as a reader says it. Cost O(1). */
export function wordsOfMark(mark: ValueMark): string {
  return markWords[mark]
}
