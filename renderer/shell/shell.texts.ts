import type { Chapter } from '../../shared/format/format'
import type { Step } from '../desk/place'
import type { StepState } from '../desk/step-states'

export const texts = {
  rail: '填报步骤',
  home: '首页',
  report: (year: number) => `${year}年度报告`,
  noOrgan: '尚未填写编制机关',
  states: {
    untouched: '未填',
    inProgress: '填写中',
    problems: '有问题',
    done: '完成',
  } satisfies Record<StepState, string>,
  exportStates: {
    untouched: '未导出',
    inProgress: '导出后有改动',
    problems: '没有导出成',
    done: '已导出',
  } satisfies Record<StepState, string>,
  previous: '上一步',
  next: '下一步',
  previousKey: '上一步（Ctrl+PageUp）',
  nextKey: '下一步（Ctrl+PageDown）',
  showPanel: '说明和问题',
  showPanelCount: (count: number) => `说明和问题（${count}）`,
  panel: '填报说明和问题',
  closePanel: '收起',
  guidance: '填报说明',
  previousYear: '上年',
  findings: '问题',
  preview: '预览',
  findingsCount: (count: number) => `问题 ${count}`,
  basis: '依据',
  noGuidance: '这一处没有专门的填报说明。',
  noFindings: '这一步没有发现问题。',
  textFigures: '文中数字',
  textFiguresNote: '文字里的数字与各表逐一对照。点一个数，就到它在文中的位置。',
  textTooLong: '这一章文字太长，不逐个列出；不符的数仍列在上面的问题里。',
  figureGroup: (name: string, count: number) => `${name} ${count}`,
  fix: (to: string) => `改为 ${to}`,
  fixIn: (cell: string, to: string) => `${cell}改为 ${to}`,
  likelyFix: (fix: string) => `可能：${fix}`,
  moreFixes: (count: number) => `还有 ${count} 种可能`,
  fewerFixes: '收起',
  fillAll: (to: string) => `全部补 ${to}`,
  fixOf: (finding: string, fix: string) => `${fix}：${finding}`,
  keep: '保留并说明',
  keepOf: (finding: string) => `保留并说明：${finding}`,
  reason: '保留的理由',
  reasonHint: '写明理由，如“以法院统计为准”',
  keepIt: '保留',
  cancel: '取消',
  kept: (reason: string) => `已保留：${reason}`,
  takeBack: '取消保留',
  takeBackOf: (finding: string) => `取消保留：${finding}`,
  why: '为什么',
  choices: '这一处的处理办法',
  choicesKey: 'Alt+↓ 打开这一处的处理办法',
  undo: '撤销',
  redo: '重做',
  undoKey: '撤销（Ctrl+Z）',
  redoKey: '重做（Ctrl+Y）',
  save: '保存',
  saveKey: '保存（Ctrl+S）',
  notSaved: '还没有存成文件',
  notSavedKept: '还没有存成文件，内容已留存',
  untouched: '还没有改动',
  waiting: '有改动，稍后自动保存',
  saving: '正在保存',
  waitingKept: '有改动，已留存，稍后自动保存',
  saveFailed: '没有保存成',
  saveFailedKept: '没有保存成，内容已留存',
  readOnly: '只能看，不能改',
  savedAt: (time: string) => `已保存 ${time}`,
  savedInFile: '已保存',
  balanced: '勾稽平衡',
  keptSums: (count: number) => `勾稽 ${count} 处已保留`,
  unbalanced: (count: number) => `勾稽 ${count} 处不平`,
  length: (chapter: string, length: number) => `${chapter} ${length} 字`,
}

const names: Record<Step, { name: string; short: string }> = {
  basics: { name: '基本信息', short: '基本' },
  preamble: { name: '导言', short: '导言' },
  review: { name: '校核', short: '校核' },
  export: { name: '导出', short: '导出' },
}

/** A step's name in the rail, and the one or two characters that remain where the rail is narrow. */
export function stepName(step: Step, chapters: Chapter[]): { name: string; short: string } {
  const chapter = chapters.find((candidate) => candidate.id === step)
  if (!chapter) return names[step] ?? { name: step, short: step }
  return {
    name: `${chapter.number}、${chapter.shortTitle ?? chapter.title}`,
    short: chapter.number,
  }
}
