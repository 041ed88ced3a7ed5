'use client'
import dynamic from 'next/dynamic'
import styles from './what-if.module.css'

const WhatIfScreen = dynamic(() => import('./what-if-screen.tsx').then(({ WhatIfScreen: loaded }) => loaded), { loading: Ghost })

function Ghost() {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>What if</h1>
      </header>
    </div>
  )
}

/** The page of what-ifs; what reads addresses and works things out is loaded behind its title. */
export function WhatIfEntry() {
  return <WhatIfScreen />
}
