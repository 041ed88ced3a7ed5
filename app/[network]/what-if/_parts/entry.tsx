'use client'
import dynamic from 'next/dynamic'

// no `loading`: that would put a boundary around the page, and every window that it loads later would blank all of it for a moment
const WhatIfScreen = dynamic(() => import('./what-if-screen.tsx').then(({ WhatIfScreen: loaded }) => loaded))

/** The page of what-ifs. What reads addresses and works things out is loaded apart from the frame around it. */
export function WhatIfEntry() {
  return <WhatIfScreen />
}
