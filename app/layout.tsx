import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import './tokens.css'
import './base.css'
import { themeScript } from '../lib/client/theme-script.ts'
import { nonceHeader } from '../lib/contract/handle.ts'
import { Providers } from './components/shell/providers.tsx'

export const metadata: Metadata = {
  title: { default: 'Weft', template: '%s · Weft' },
  description: 'Objectives and key results tied to a value network: who gives what to whom, and which results wait for which promises.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1216' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <html lang="en" data-theme="light" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which has to run before the first paint */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
