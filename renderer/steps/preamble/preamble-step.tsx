import { useState } from 'react'
import { generatePreamble, preambleText } from '../../../shared/compose/preamble'
import type { Draft } from '../../../shared/draft/draft'
import { formatOf } from '../../desk/derived'
import { useDraft } from '../../desk/use-desk'
import { describedBy, fieldId } from '../../fields/field'
import { fieldName } from '../../fields/field-names'
import { useField } from '../../fields/use-field'
import { StepFrame } from '../../shell/step-frame'
import { Comparison } from './comparison'
import { texts } from './preamble.texts'
import './preamble.css'

const generatedOf = (draft: Draft) => generatePreamble(draft, formatOf(draft))

/** The opening paragraph: generated, or the clerk's own words with the generated ones at hand. */
export function PreambleStep() {
  const text = useDraft((draft) => preambleText(draft, formatOf(draft)))
  const edited = useDraft(({ preamble }) => preamble.kind === 'edited')
  const access = useField('preamble', 'preamble')
  const hint = edited ? texts.editedHint : texts.generatedHint
  return (
    <StepFrame heading={texts.heading}>
      <p className="preamble-state">
        <span className={edited ? 'tag tag-edited' : 'tag'}>{edited ? texts.edited : texts.generated}</span>
        <span className="field-hint" id={`${fieldId('preamble')}-hint`}>
          {hint}
        </span>
      </p>
      <textarea
        id={fieldId('preamble')}
        className="input preamble-text"
        aria-label={fieldName('preamble')}
        aria-describedby={describedBy('preamble', hint)}
        value={text}
        spellCheck={false}
        onChange={(event) => access.type((draft) => writePreamble(draft, event.target.value))}
        onFocus={access.onFocus}
        onBlur={access.onBlur}
      />
      {edited && (
        <EditedTools
          text={text}
          onReset={() => access.choose((draft) => writePreamble(draft, generatedOf(draft)))}
        />
      )}
    </StepFrame>
  )
}

function EditedTools({ text, onReset }: { text: string; onReset(): void }) {
  const [comparing, setComparing] = useState(false)
  const generated = useDraft(generatedOf)
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {comparing ? texts.hideCompare : texts.compare}
        </button>
        <button type="button" className="button" onClick={onReset}>
          {texts.reset}
        </button>
      </div>
      {comparing && <Comparison generated={generated} current={text} />}
    </>
  )
}

/** Words that equal the generated ones are the generated ones: they follow the basic information again. */
function writePreamble(draft: Draft, text: string): void {
  draft.preamble = text === generatedOf(draft) ? { kind: 'generated' } : { kind: 'edited', text }
}
