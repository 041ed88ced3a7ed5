const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6.5',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2.500',
  chevronDown: 'M4 6l4 4 4-4',
  chevronRight: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  filter: 'M2.500 4h11M4.500 8h7M6.500 12h3',
  sun: 'M8 10.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600ZM8 1.500v1.300M8 13.200v1.300M1.500 8h1.300M13.200 8h1.300M3.400 3.400l.9.9M11.700 11.700l.9.9M12.600 3.400l-.9.9M4.300 11.700l-.9.9',
  moon: 'M13 9.500A5.500 5.500 0 0 1 6.500 3 5.500 5.500 0 1 0 13 9.500Z',
  screen: 'M2 3h12v8H2zM6 14h4M8 11v3',
  settings: 'M2.500 4.500h7M12.500 4.500h1M2.500 11.500h1M6.500 11.500h7M11 6.200V2.800M5 13.200V9.800',
  keyboard: 'M1.500 4h13v8h-13zM4 6.500h.01M6.500 6.500h.01M9 6.500h.01M11.500 6.500h.01M5 9.500h6',
  home: 'M2.500 7.500 8 3l5.500 4.500M4 6.500V13h8V6.500',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.800V8l2.200 1.500',
  calendar: 'M2.500 4h11v9.500h-11zM2.500 7h11M5.500 2.500V5M10.500 2.500V5',
  person: 'M8 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 8ZM3 14c.5-2.700 2.500-4 5-4s4.500 1.300 5 4',
  link: 'M6.500 9.500a2.800 2.800 0 0 0 4 0l2.200-2.200a2.800 2.800 0 0 0-4-4L7.500 4.500M9.500 6.500a2.800 2.800 0 0 0-4 0L3.300 8.700a2.800 2.800 0 0 0 4 4l1.200-1.200',
  trash: 'M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500 5 13.500h6l.5-9M7 7v4M9 7v4',
  check: 'M3.500 8.500l3 3 6-7',
  arrowRight: 'M3 8h10M9 4l4 4-4 4',
  arrowLeft: 'M13 8H3M7 4 3 8l4 4',
  upload: 'M8 10.500V3M5 6l3-3 3 3M3 10.500V13h10v-2.500',
  download: 'M8 3v7.500M5 7.500l3 3 3-3M3 10.500V13h10v-2.500',
  inbox: 'M2.500 9.500 4.500 3h7l2 6.500v4h-11zM2.500 9.500h3.300l.9 1.700h2.600l.9-1.700h3.300',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
} as const

export type IconName = keyof typeof paths

/** A line picture beside or instead of a word; it says nothing to screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
