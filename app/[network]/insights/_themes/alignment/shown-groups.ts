import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import type { RuleGroup, SeverityGroup } from '../../../../../lib/domain/checks/grouped.ts'

/** So many findings of an open rule stand at first. */
const atFirst = 6

/** The findings of a rule that are on the screen. */
export type ShownGroup = RuleGroup & {
  /** whether its line opens and closes it; one that is always open has none */
  readonly isOpen: boolean
  readonly shown: readonly CheckFinding[]
}

type ShownSeverity = Omit<SeverityGroup, 'rules'> & { readonly rules: readonly ShownGroup[] }

/** What somebody has opened, and the finding that is looked at. */
type Opened = {
  readonly groups: ReadonlySet<string>
  /** rules of which every finding is wanted */
  readonly whole: ReadonlySet<string>
  readonly currentId: string | null
}

/** How many of an open rule: the first ones, all where somebody wants them or walks beyond; one more rather than a button for it. */
function partOf({ rule, findings }: RuleGroup, { whole, currentId }: Opened): readonly CheckFinding[] {
  const isWhole = whole.has(rule.key) || findings.length <= atFirst + 1 || findings.slice(atFirst).some(({ id }) => id === currentId)
  return isWhole ? findings : findings.slice(0, atFirst)
}

/** The list as it stands: a folded rule is open where somebody opened it, and while one looks at a finding of it. Spec: AL18. */
export function shownGroups(groups: readonly SeverityGroup[], opened: Opened): ShownSeverity[] {
  return groups.map((severity) => ({
    ...severity,
    rules: severity.rules.map((group) => {
      const isHere = group.findings.some(({ id }) => id === opened.currentId)
      const isOpen = !group.isFolded || isHere || opened.groups.has(group.rule.key)
      return { ...group, isOpen, shown: isOpen ? partOf(group, opened) : [] }
    }),
  }))
}
