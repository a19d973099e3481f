import type { ChapterTitle, Draft } from '../../../shared/draft/draft'

export const texts = {
  titleChoices: { template: '模板标题', long: '通知里的全称', own: '自拟标题' } satisfies Record<
    'template' | ChapterTitle['kind'],
    string
  >,
  numberings: { dot: '1.', comma: '1、' } satisfies Record<Draft['numbering'], string>,
  addBefore: '在表前加文字',
  addAfter: '在表后加文字',
  before: '表前文字',
  after: '表后文字',
  loading: '正在打开编辑区',
}
