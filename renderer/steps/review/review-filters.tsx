import type { Chapter } from '../../../shared/format/format'
import { useDesk } from '../../desk/use-desk'
import { stepName } from '../../shell/shell.texts'
import { texts } from './review.texts'
import type { GroupName, ReviewFilter, ReviewGroup } from './review-groups'

/** Which groups and which chapter the review shows, and the way from one finding to the next. */
export function ReviewFilters(props: {
  groups: ReviewGroup[]
  filter: ReviewFilter
  chapters: Chapter[]
  onFilter(filter: ReviewFilter): void
}) {
  const { groups, filter, chapters, onFilter } = props
  const desk = useDesk()
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  const steps = [...new Set(groups.flatMap((group) => group.chapters.map(({ step }) => step)))]
  const choices: { group: GroupName | undefined; words: string; count: number }[] = [
    { group: undefined, words: texts.all, count: all },
    ...groups.map(({ name, count }) => ({ group: name, words: texts.groups[name], count })),
  ]
  return (
    <div className="review-filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; these change what is seen */}
      <div className="review-filter-groups" role="group" aria-label={texts.filters}>
        {choices.map(({ group, words, count }) => (
          <button
            key={words}
            type="button"
            className="review-filter"
            aria-pressed={filter.group === group}
            onClick={() => onFilter({ ...filter, group })}
          >
            {words} <span className="review-filter-count">{count}</span>
          </button>
        ))}
      </div>
      <select
        className="input review-filter-chapter"
        aria-label={texts.chapter}
        value={filter.step ?? ''}
        onChange={({ target }) => onFilter({ ...filter, step: target.value || undefined })}
      >
        <option value="">{texts.allChapters}</option>
        {steps.map((step) => (
          <option key={step} value={step}>
            {stepName(step, chapters).name}
          </option>
        ))}
      </select>
      <div className="buttons">
        <button
          type="button"
          className="button"
          title={texts.previousFindingKey}
          onClick={() => desk.goToNextFinding(-1)}
        >
          {texts.previousFinding}
        </button>
        <button
          type="button"
          className="button"
          title={texts.nextFindingKey}
          onClick={() => desk.goToNextFinding(1)}
        >
          {texts.nextFinding}
        </button>
      </div>
    </div>
  )
}
