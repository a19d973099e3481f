import { ruleNote } from '../../shared/check/rule-note'
import { formatOf } from '../desk/derived'
import { useDraft } from '../desk/use-desk'
import { texts } from './shell.texts'

/** Why there is this rule, and what it follows from. */
export function RuleNoteLines({ rule }: { rule: string }) {
  const sum = useDraft(formatOf).rules.find(({ id }) => id === rule)
  const note = ruleNote(rule)
  const explanation = sum?.explanation ?? note?.explanation
  if (explanation === undefined) return null
  return (
    <div className="finding-note">
      <p>{explanation}</p>
      {note?.basis !== undefined && <p className="finding-basis">{`${texts.basis}：${note.basis}`}</p>}
    </div>
  )
}
