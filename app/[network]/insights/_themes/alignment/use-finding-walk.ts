import { parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Checked } from '../../../../../lib/domain/checks/findings.ts'
import { groupedFindings, type RuleGroup, walkedFindings } from '../../../../../lib/domain/checks/grouped.ts'
import { useLeftOpen } from '../../../../components/checks/left-open.ts'
import { useKeptIndex } from '../../../../components/checks/use-kept-index.ts'
import { shownGroups } from './shown-groups.ts'

const parsers = {
  /** id of the finding that is looked at */
  finding: parseAsString,
}

const none: ReadonlySet<string> = new Set()

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return set.has(key) ? new Set([...set].filter((each) => each !== key)) : new Set([...set, key])
}

/** The findings in the order in which one walks through them, and the one that is looked at, which the address names. */
export function useFindingWalk({ findings, accepted }: Checked) {
  const [{ finding: wanted }, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const [opened, setOpened] = useState(none)
  const [whole, setWhole] = useState(none)
  const [isAcceptedOpen, setAcceptedOpen] = useState(false)
  const { isLeft, forget } = useLeftOpen({ findings }, wanted)
  const isAcceptedShown = isAcceptedOpen || (!isLeft && accepted.some(({ id }) => id === wanted))
  const walked = useMemo(() => [...walkedFindings(findings), ...(isAcceptedShown ? accepted : [])], [findings, accepted, isAcceptedShown])
  const at = useKeptIndex(walked, wanted, isLeft)
  const current = walked[at] ?? null
  const currentId = current?.id ?? null
  const groups = useMemo(() => shownGroups(groupedFindings(findings), { groups: opened, whole, currentId }), [findings, opened, whole, currentId])
  const choose = (id: string | null) => {
    forget()
    void setAddress({ finding: id })
  }
  /** Where one goes on from a rule that is folded while one looks at a finding of it. */
  const nextTo = ({ findings: own }: RuleGroup) => {
    const first = walked.findIndex(({ id }) => id === own[0]?.id)
    return walked[first + own.length] ?? walked[first - 1] ?? null
  }
  return {
    groups,
    current,
    isAcceptedShown,
    list: useFocusOn(currentId),
    choose,
    step: (by: 1 | -1) => {
      const next = walked[at + by]
      if (next) choose(next.id)
    },
    fold: (group: RuleGroup, isOpen: boolean) => {
      if (isOpen === opened.has(group.rule.key)) setOpened(toggled(opened, group.rule.key))
      if (isOpen && group.findings.some(({ id }) => id === currentId)) choose(nextTo(group)?.id ?? null)
    },
    showWhole: (rule: string) => setWhole(new Set([...whole, rule])),
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
