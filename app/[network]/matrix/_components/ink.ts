'use client'
import { useEffect, useState } from 'react'
import { colourOf } from '../../../../lib/layout/colour.ts'
import { dark, type Ink, light } from '../../../../lib/layout/tokens.ts'

/** Gives a canvas the colour of an ink. */
export type Colour = (ink: Ink) => string

/** Where the system chooses the colours: grounds and words, and nothing between. */
function systemColour(ink: Ink): string {
  return ink === 'bg' || ink === 'canvas' || ink === 'on-badge' || ink === 'raised' ? 'Canvas' : ink === 'focus' ? 'Highlight' : 'CanvasText'
}

function colourNow(): Colour {
  if (matchMedia('(forced-colors: active)').matches) return systemColour
  const palette = document.documentElement.dataset['theme'] === 'dark' ? dark : light
  return (ink) => colourOf(ink, palette)
}

/** The colours of the theme that is on, for a canvas; another function as soon as the theme changes. */
export function useColour(): Colour | null {
  const [colour, setColour] = useState<{ readonly of: Colour } | null>(null)
  useEffect(() => {
    const look = () => setColour({ of: colourNow() })
    look()
    const theme = new MutationObserver(look)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const forced = matchMedia('(forced-colors: active)')
    forced.addEventListener('change', look)
    return () => {
      theme.disconnect()
      forced.removeEventListener('change', look)
    }
  }, [])
  return colour?.of ?? null
}
