'use client'
import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { chainInput } from '../../../../lib/client/scene-input/chain.ts'
import { mapInput } from '../../../../lib/client/scene-input/map.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import type { Scene } from '../../../../lib/layout/scene.ts'
import { sceneToSvg } from '../../../../lib/layout/scene-to-svg.ts'
import { light } from '../../../../lib/layout/tokens.ts'
import { chainJob } from '../../../components/graph/chain-job.ts'
import { mapJob } from '../../../components/graph/map-job.ts'
import { useScene } from '../../../components/graph/use-scene.ts'
import { CodePicture } from '../../../components/ritual/frame/code-picture.tsx'
import type { Outcome } from './outcome-of.ts'
import styles from './poster.module.css'
import type { PaperSize } from './poster-size.tsx'
import { PosterTables } from './poster-tables.tsx'

type Props = { readonly ritual: Ritual; readonly outcome: Outcome; readonly size: PaperSize }

/** The committed plan on one sheet: map, chain and tables. It is on paper only; printing this page prints it, and nothing else. */
export function Poster({ ritual, outcome, size }: Props) {
  const { today } = useNetwork()
  const { baseline, named } = outcome
  const { map, chain } = useScenes(ritual, outcome)
  if (typeof document === 'undefined') return null
  return createPortal(
    <div className={styles['poster']} data-size={size} aria-hidden="true">
      <header>
        <h1>{named.title}</h1>
        <p>
          {networkOf(baseline).name} · {named.lead}
        </p>
        <CodePicture text={location.href} label="Opens this plan as it is now" />
      </header>
      <div className={styles['drawings']}>
        {map && <Drawing scene={map} title="Which node needs which" />}
        {chain && <Drawing scene={chain} title="Which key result needs which" />}
      </div>
      <PosterTables outcome={outcome} />
      <footer>
        <span>Committed {named.day}</span>
        <span>{legend}</span>
        <span>
          {location.host}
          {location.pathname} · printed {today}
        </span>
      </footer>
    </div>,
    document.body,
  )
}

const legend = 'Line from the one who gives to the one who needs. Full: promised. Broken: asked, no promise. Red: too late or refused.'

/** Map and chain of the plan, as they were when it was committed. */
function useScenes({ cycleId }: Ritual, { baseline, named }: Outcome) {
  const assessment = assessmentOf(baseline, cycleId, named.day)
  const maps = useMemo(() => mapInput(baseline, assessment, { showExchanges: false, showNeeds: true, allExchanges: false }), [baseline, assessment])
  const chains = useMemo(() => chainInput(baseline, assessment, { level: 'key-result', isolated: 'fold' }), [baseline, assessment])
  const { scene: map } = useScene(maps, mapJob)
  const { scene: chain } = useScene(chains, chainJob)
  return { map, chain }
}

function Drawing({ scene, title }: { readonly scene: Scene; readonly title: string }) {
  const source = useMemo(() => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sceneToSvg(scene, { title, palette: light }))}`, [scene, title])
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/performance/noImgElement: a drawing of this page, that no server has */}
      <img src={source} alt={title} />
    </figure>
  )
}
