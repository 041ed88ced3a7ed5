import { observable, useObservable } from './observable.ts'
import { remember, remembered } from './remembered.ts'
import { storageKey } from './theme-script.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const chosen = observable<Theme>('system')

function isTheme(text: string | null): text is Theme {
  return themes.some((theme) => theme === text)
}

function apply(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

export function setTheme(theme: Theme): void {
  remember(storageKey, theme)
  chosen.set(theme)
  apply(theme)
}

/** Follows the system's theme, and what another tab chose. Call once; gives back how to stop. */
export function followTheme(): () => void {
  const stored = remembered(storageKey)
  if (isTheme(stored)) chosen.set(stored)
  const media = matchMedia('(prefers-color-scheme: dark)')
  const onSystem = () => apply(chosen.get())
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== storageKey || !isTheme(newValue)) return
    chosen.set(newValue)
    apply(newValue)
  }
  apply(chosen.get())
  media.addEventListener('change', onSystem)
  window.addEventListener('storage', onStorage)
  return () => {
    media.removeEventListener('change', onSystem)
    window.removeEventListener('storage', onStorage)
  }
}

export function useTheme(): Theme {
  return useObservable(chosen)
}
