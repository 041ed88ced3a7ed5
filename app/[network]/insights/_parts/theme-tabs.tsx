'use client'
import { type KeyboardEvent, useRef } from 'react'
import styles from './theme-tabs.module.css'
import { themes, useInsightsAddress } from './use-insights-address.ts'

/** The themes, one of which is open; arrows go from one to the next. */
export function ThemeTabs() {
  const { theme, setTheme } = useInsightsAddress()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = themes.findIndex(({ key }) => key === theme)
    const next = themes[(at + by + themes.length) % themes.length]
    if (by === 0 || !next) return
    event.preventDefault()
    setTheme(next.key)
    list.current?.querySelector<HTMLElement>(`#insights-${next.key}`)?.focus()
  }
  return (
    <div ref={list} className={styles['tabs']} role="tablist" aria-label="Themes" onKeyDown={move}>
      {themes.map(({ key, name }) => (
        <button
          key={key}
          id={`insights-${key}`}
          type="button"
          role="tab"
          aria-selected={key === theme}
          aria-controls="insights-theme"
          tabIndex={key === theme ? 0 : -1}
          onClick={() => setTheme(key)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
