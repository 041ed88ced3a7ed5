'use client'
import { useEffect, useRef } from 'react'
import styles from './halo.module.css'

const restMs = 2_500

/** A ring around the pointer, so that the room sees what is pointed at. It goes when the pointer rests. */
export function Halo() {
  const halo = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const hide = () => halo.current?.removeAttribute('data-on')
    const onMove = ({ clientX, clientY, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse' || !halo.current) return
      halo.current.style.transform = `translate(${clientX}px,${clientY}px)`
      halo.current.dataset['on'] = ''
      clearTimeout(timer ?? undefined)
      timer = setTimeout(hide, restMs)
    }
    window.addEventListener('pointermove', onMove, { passive: true })
    return () => {
      window.removeEventListener('pointermove', onMove)
      clearTimeout(timer ?? undefined)
    }
  }, [])
  return <div ref={halo} className={styles['halo']} aria-hidden="true" />
}
