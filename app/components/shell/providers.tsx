'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useEffect, useState } from 'react'
import { useKeys } from '../../../lib/client/actions/use-keys.ts'
import { followTheme } from '../../../lib/client/theme.ts'
import { Toaster } from '../ui/toaster.tsx'

/** What every page needs: server data, URL state, keys, theme and messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } }))
  useKeys()
  useEffect(followTheme, [])
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        {children}
        <Toaster />
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
