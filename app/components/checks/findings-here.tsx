'use client'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useIsVisitor } from '../../../lib/client/who.ts'
import { ShownHere } from '../figure/shown-here.tsx'
import { firstFinding, useFindingAddress } from './finding-address.ts'
import { forgetBehind } from './left-behind.ts'
import { walkFindingsAction } from './walk-action.ts'

const FindingStrip = dynamic(() => import('./finding-strip.tsx').then(({ FindingStrip: loaded }) => loaded))

/** The strip above a drawing: the findings that are walked, else the figure that is shown. Findings are for members. What it needs is loaded only where the address asks for it. */
export function FindingsHere() {
  const { wanted, go } = useFindingAddress()
  const isVisitor = useIsVisitor()
  useAction(walkFindingsAction, () => go(wanted === null ? firstFinding : null), { enabled: !isVisitor })
  const isWalked = wanted !== null
  useEffect(() => {
    if (!isWalked) forgetBehind()
  }, [isWalked])
  return wanted === null || isVisitor ? <ShownHere /> : <FindingStrip />
}
