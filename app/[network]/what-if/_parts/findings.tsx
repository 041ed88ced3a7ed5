'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { withNames } from '../../../../lib/domain/checks/say.ts'
import type { FindingChanges, WhatIfFinding } from '../../../../lib/domain/measure/what-if/findings.ts'
import { severitySigns, severityWords } from '../../../components/checks/severity.ts'
import { listHref } from '../../../components/checks/ways.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import own from './consequences.module.css'
import { Lines, Part } from './part.tsx'

/** Important findings about promises that would come, go, or say something else. What is found today has a way to where it can be dealt with. */
export function Findings({ changes: { comes, goes, differs } }: { readonly changes: FindingChanges }) {
  return (
    <>
      <Those title="What would come up" findings={comes} isFoundToday={false} />
      <Those title="What would be found no more" findings={goes} isFoundToday />
      <Those title="What would read otherwise" findings={differs} isFoundToday />
    </>
  )
}

type ThoseProps = { readonly title: string; readonly findings: readonly WhatIfFinding[]; readonly isFoundToday: boolean }

function Those({ title, findings, isFoundToday }: ThoseProps) {
  if (findings.length === 0) return null
  const lines = findings.map((finding) => ({ key: finding.id, content: <Finding finding={finding} isFoundToday={isFoundToday} /> }))
  return (
    <Part title={`${title} · ${findings.length}`}>
      <Lines lines={lines} />
    </Part>
  )
}

function Finding({ finding: { id, severity, sentence }, isFoundToday }: { readonly finding: WhatIfFinding; readonly isFoundToday: boolean }) {
  const { snapshot, slug } = useNetwork()
  const now = new URLSearchParams(useSearchParams())
  return (
    <p className={own['finding']} data-severity={severity}>
      <span role="img" aria-label={`${severityWords[severity]}:`}>
        {severitySigns[severity]}
      </span>
      <span>
        <NamedSentence takesFocusBack sentence={withNames(snapshot, sentence)} />
        {isFoundToday && (
          <>
            {' '}
            <Link href={listHref(slug, id, now)} prefetch={false} className={own['today']}>
              As it is today
            </Link>
          </>
        )}
      </span>
    </p>
  )
}
