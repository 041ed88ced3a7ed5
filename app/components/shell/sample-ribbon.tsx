'use client'
export function SampleRibbon() {
  return null
}
