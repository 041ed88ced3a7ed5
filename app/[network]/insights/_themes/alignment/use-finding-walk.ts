import { parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Checked, CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import { groupedFindings, type RuleGroup, type SeverityGroup } from '../../../../../lib/domain/checks/grouped.ts'
import { useLeftOpen } from '../../../../components/checks/left-open.ts'
import { useKeptIndex } from '../../../../components/checks/use-kept-index.ts'

const parsers = {
  /** id of the finding that is looked at */
  finding: parseAsString,
}

/** So many findings of one rule stand at first. */
const atFirst = 6

/** The findings of a rule that are on the screen: all of those that were opened, else the first ones. */
export type ShownGroup = RuleGroup & { readonly shown: readonly CheckFinding[] }
type ShownSeverity = Omit<SeverityGroup, 'rules'> & { readonly rules: readonly ShownGroup[] }

function shownOf(groups: readonly SeverityGroup[], isOpen: (group: RuleGroup) => boolean): ShownSeverity[] {
  return groups.map((severity) => ({
    ...severity,
    // one more stands there rather than a button for it
    rules: severity.rules.map((group) => ({
      ...group,
      shown: isOpen(group) || group.findings.length <= atFirst + 1 ? group.findings : group.findings.slice(0, atFirst),
    })),
  }))
}

/** The findings in the order in which one walks through them, and the one that is looked at, which the address names. */
export function useFindingWalk({ findings, accepted }: Checked) {
  const [{ finding: wanted }, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [isAcceptedOpen, setAcceptedOpen] = useState(false)
  const groups = useMemo(() => {
    const isOpen = ({ rule, findings: own }: RuleGroup) => opened.has(rule.key) || own.slice(atFirst).some(({ id }) => id === wanted)
    return shownOf(groupedFindings(findings), isOpen)
  }, [findings, opened, wanted])
  const { isLeft, forget } = useLeftOpen({ findings }, wanted)
  const isAcceptedShown = isAcceptedOpen || (!isLeft && accepted.some(({ id }) => id === wanted))
  const walked = useMemo(
    () => [...groups.flatMap(({ rules }) => rules.flatMap(({ shown }) => shown)), ...(isAcceptedShown ? accepted : [])],
    [groups, accepted, isAcceptedShown],
  )
  const at = useKeptIndex(walked, wanted, isLeft)
  const current = walked[at] ?? null
  const choose = (id: string | null) => {
    forget()
    void setAddress({ finding: id })
  }
  return {
    groups,
    current,
    isAcceptedShown,
    list: useFocusOn(current?.id ?? null),
    choose,
    step: (by: 1 | -1) => {
      const next = walked[at + by]
      if (next) choose(next.id)
    },
    open: (rule: string) => setOpened(new Set([...opened, rule])),
    toggleAccepted: () => {
      setAcceptedOpen(!isAcceptedShown)
      if (isAcceptedShown && current && accepted.includes(current)) choose(null)
    },
  }
}

/** The focus goes along with the finding that is looked at, unless it is somewhere else on the page. */
function useFocusOn(id: string | null) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef(id)
  useEffect(() => {
    if (last.current === id) return
    last.current = id
    const focused = document.activeElement
    if (focused && focused !== document.body && !list.current?.contains(focused)) return
    const line = list.current?.querySelector<HTMLElement>('[data-current]')
    line?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return list
}
