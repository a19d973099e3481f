import { useDraft } from '../../desk/use-desk'
import { CompareButton } from '../../previous/compare-button'
import { texts } from './review.texts'

/** The way to the comparison with last year's report, where there is one. */
export function ComparisonSection() {
  const year = useDraft(({ previous }) => previous?.year)
  if (year === undefined) return null
  return (
    <section className="review-sheet" aria-labelledby="review-comparison">
      <h2 className="section-heading" id="review-comparison">
        {texts.comparison}
      </h2>
      <p className="field-hint">{texts.comparisonNote(year)}</p>
      <div className="buttons">
        <CompareButton />
      </div>
    </section>
  )
}
