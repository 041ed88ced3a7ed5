'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../lib/client/who.ts'
import { plainNumber, shortDay } from '../../components/graph/words.ts'
import styles from './field.module.css'
import {
  ChoicesEditor,
  type ChoicesProps,
  DateEditor,
  type DateProps,
  NumberEditor,
  type NumberProps,
  ProseEditor,
  type ProseProps,
  SelectEditor,
  type SelectProps,
  TextEditor,
  type TextProps,
  TitleEditor,
  type TitleProps,
} from './field-editors.tsx'
import { ReadField } from './read-field.tsx'

// Each field is an editor where the record around it may be changed, and its value as text where it may not.

export function TextField(props: TextProps) {
  return useRefusal() === null ? <TextEditor {...props} /> : <ReadField {...props} text={props.value} />
}

/** The heading of a panel. */
export function TitleField(props: TitleProps) {
  return useRefusal() === null ? <TitleEditor {...props} /> : <p className={styles['readTitle']}>{props.value || props.placeholder}</p>
}

/** Text of several lines. */
export function ProseField(props: ProseProps) {
  return useRefusal() === null ? <ProseEditor {...props} /> : <ReadField {...props} text={props.value} />
}

export function NumberField(props: NumberProps) {
  const { value, placeholder = 'unknown' } = props
  return useRefusal() === null ? <NumberEditor {...props} /> : <ReadField {...props} text={value === null ? placeholder : plainNumber(value)} />
}

export function DateField(props: DateProps) {
  const { today } = useNetwork()
  return useRefusal() === null ? <DateEditor {...props} /> : <ReadField {...props} text={props.value && shortDay(props.value, today)} />
}

export function SelectField<T extends string>(props: SelectProps<T>) {
  const { value, options, none } = props
  const text = options.find((option) => option.value === value)?.text ?? none ?? null
  return useRefusal() === null ? <SelectEditor {...props} /> : <ReadField {...props} text={text} />
}

/** Any number out of a few. */
export function ChoicesField<T extends string>(props: ChoicesProps<T>) {
  const { label, values, options } = props
  const chosen = options.filter(({ value }) => values.includes(value)).map(({ text }) => text)
  return useRefusal() === null ? <ChoicesEditor {...props} /> : <ReadField label={label} text={chosen.join(', ')} />
}
