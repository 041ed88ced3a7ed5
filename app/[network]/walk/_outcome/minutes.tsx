'use client'
import { useMemo } from 'react'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { type NamedSection, withNames } from '../../../../lib/domain/ritual/output/named.ts'
import { outputOf } from '../../../../lib/domain/ritual/output/of.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import { AboutLink } from '../../../components/ritual/about-link.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { useMoments } from '../_session/use-moment.ts'
import { Forms } from './forms.tsx'
import styles from './minutes.module.css'

type Props = { readonly ritual: Ritual; readonly onReplay: () => void; readonly onLeave: () => void }

/** What a walk left: its minutes, in every form in which somebody wants to have them. */
export function Minutes({ ritual, onReplay, onLeave }: Props) {
  const { snapshot, networkId, today, slug, cycle } = useNetwork()
  const moments = useMoments([ritual.revision, ritual.baseRevision])
  const [closed, base] = [moments.at(ritual.revision), moments.at(ritual.baseRevision)].map((entry) =>
    entry?.step === 'open' ? entry.snapshot : null,
  )
  const output = useMemo(() => {
    const assessment = assessmentOf(snapshot, ritual.cycleId ?? cycle?.id ?? null, today)
    return outputOf(snapshot, ritual, { assessment, now: ritual.closedAt ?? ritual.at, closed, base })
  }, [snapshot, ritual, cycle, today, closed, base])
  const rendering = useMemo(
    () => ({
      networkId,
      sequence: snapshot.revision,
      nameOf: (id: string) => find(snapshot, 'person', id)?.name,
      link: typeof location === 'undefined' ? null : `${location.origin}/${slug}/walk?walk=${ritual.id}`,
    }),
    [snapshot, networkId, slug, ritual.id],
  )
  const { title, lead, facts, sections } = withNames(output, rendering)
  return (
    <article className={styles['minutes']} aria-labelledby="minutes-title">
      <header>
        <p className={styles['day']}>{fullDay(output.day)}</p>
        <h1 id="minutes-title">{title}</h1>
        <p className={styles['lead']}>{lead}</p>
        <Forms output={output} rendering={rendering} />
        <div className={styles['forms']}>
          <Button onClick={onReplay}>Walk it again as it was</Button>
          <Button tone="quiet" onClick={onLeave}>
            All walks
          </Button>
        </div>
      </header>
      <dl className={styles['facts']}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <SectionView key={section.title} section={section} />
      ))}
    </article>
  )
}

function SectionView({ section: { title, note, entries } }: { readonly section: NamedSection }) {
  return (
    <section className={styles['section']} aria-label={title}>
      <h2>{title}</h2>
      {note !== '' && <p>{note}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(({ mark, text, on, tail, about }, at) => (
            <li key={`${at} ${text}`}>
              {mark !== '' && <b className={styles['mark']}>{mark}</b>}
              <span>
                {text}
                {on !== '' && (
                  <small className={styles['on']}>
                    <AboutLink on={on} about={about} />
                  </small>
                )}
              </span>
              {tail !== '' && <span className={styles['tail']}>{tail}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
