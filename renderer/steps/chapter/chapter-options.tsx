import type { ReactNode } from 'react'
import type { ChapterTitle, Draft } from '../../../shared/draft/draft'
import type { Chapter } from '../../../shared/format/format'
import { fieldPlace } from '../../desk/place'
import { useDesk, useDraft } from '../../desk/use-desk'
import { SelectField } from '../../fields/select-field'
import { TextField } from '../../fields/text-field'
import { texts } from './chapter.texts'

type TitleChoice = keyof typeof texts.titleChoices

/** How the chapter is titled, and how its second level is numbered. */
export function ChapterOptions({ chapter, children }: { chapter: Chapter; children?: ReactNode }) {
  const desk = useDesk()
  const chosen = useDraft(({ chapterTitles }): TitleChoice => chapterTitles[chapter.id]?.kind ?? 'template')
  const numbering = useDraft((draft) => draft.numbering)
  const choices: TitleChoice[] = chapter.longTitle ? ['template', 'long', 'own'] : ['template', 'own']
  return (
    <div className="chapter-options">
      <SelectField
        step={chapter.id}
        field="chapterTitle"
        value={chosen}
        options={choices.map((value) => ({ value, label: texts.titleChoices[value] }))}
        onChoose={(value) =>
          desk.edit({ kind: 'once', place: fieldPlace(chapter.id, 'chapterTitle') }, (draft) =>
            chooseTitle(draft, chapter, choices.find((choice) => choice === value) ?? 'template'),
          )
        }
      />
      {chosen === 'own' && (
        <TextField
          step={chapter.id}
          field="chapterTitle.own"
          read={({ chapterTitles }) => ownText(chapterTitles[chapter.id])}
          write={(draft, text) => {
            draft.chapterTitles[chapter.id] = { kind: 'own', text }
          }}
        />
      )}
      {chapter.body.kind === 'prose' && (
        <SelectField
          step={chapter.id}
          field="numbering"
          value={numbering}
          options={Object.entries(texts.numberings).map(([value, label]) => ({ value, label }))}
          onChoose={(value) =>
            desk.edit({ kind: 'once', place: fieldPlace(chapter.id, 'numbering') }, (draft) => {
              draft.numbering = value === 'comma' ? 'comma' : 'dot'
            })
          }
        />
      )}
      {children && <div className="chapter-adds">{children}</div>}
    </div>
  )
}

function chooseTitle(draft: Draft, chapter: Chapter, choice: TitleChoice): void {
  if (choice === 'template') delete draft.chapterTitles[chapter.id]
  else if (choice === 'long') draft.chapterTitles[chapter.id] = { kind: 'long' }
  else draft.chapterTitles[chapter.id] = { kind: 'own', text: chapter.title }
}

function ownText(title: ChapterTitle | undefined): string | undefined {
  return title?.kind === 'own' ? title.text : undefined
}
