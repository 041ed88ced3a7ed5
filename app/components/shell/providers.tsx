'use client'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useEffect } from 'react'
import { useKeys } from '../../../lib/client/actions/use-keys.ts'
import { followTheme } from '../../../lib/client/theme.ts'
import { Toaster } from '../ui/toaster.tsx'

/** What every page needs: URL state, keys, theme and messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  useKeys()
  useEffect(followTheme, [])
  return (
    <NuqsAdapter>
      {children}
      <Toaster />
    </NuqsAdapter>
  )
}
