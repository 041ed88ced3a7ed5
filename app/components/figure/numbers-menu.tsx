'use client'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'
import { walkFindingsAction } from '../checks/walk-action.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { nextNumbersAction, noNumbersAction, numberActions, numberNames } from './number-actions.ts'
import { useNumbers } from './numbers.ts'

type Props = {
  readonly kinds: readonly OverlayKind[]
  /** where findings can be walked: a way to them, because they are on the drawing, too */
  readonly hasFindings?: boolean
}

type Chosen = { readonly kind: OverlayKind; readonly choose: () => void; readonly isOffered: boolean }

function KindAction({ kind, choose, isOffered }: Chosen) {
  const action = numberActions.find((each) => each.kind === kind)?.action ?? nextNumbersAction
  useAction(action, choose, { enabled: isOffered })
  return null
}

const findingsItem = {
  id: walkFindingsAction.id,
  label: 'Walk the findings',
  keys: walkFindingsAction.keys[0],
  run: () => void runAction(walkFindingsAction.id),
}

/** Which numbers a drawing carries: none until somebody asks. */
export function NumbersMenu({ kinds, hasFindings = false }: Props) {
  const { kind, choose } = useNumbers(kinds)
  const choices = [null, ...kinds]
  useAction(nextNumbersAction, () => choose(choices[(choices.indexOf(kind) + 1) % choices.length] ?? null))
  useAction(noNumbersAction, () => choose(null), { enabled: kind !== null })
  return (
    <>
      {kinds.map((each) => (
        <KindAction key={each} kind={each} choose={() => choose(each)} isOffered={each !== kind} />
      ))}
      <Menu
        align="end"
        trigger={
          <Button size="small" tone={kind === null ? 'quiet' : 'plain'} title="A number at each mark of the drawing (⇧N turns)">
            Numbers{kind === null ? '' : `: ${numberNames[kind].toLowerCase()}`}
          </Button>
        }
        groups={[
          {
            items: choices.map((each) => ({
              id: each ?? 'none',
              label: each === null ? 'None' : numberNames[each],
              isChecked: each === kind,
              run: () => choose(each),
            })),
          },
          ...(hasFindings ? [{ items: [findingsItem] }] : []),
        ]}
      />
    </>
  )
}
