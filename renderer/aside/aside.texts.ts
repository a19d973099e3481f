/** 2026年1月20日 10:32, in the clerk's own time zone. */
export function timeWords(time: string): string {
  const date = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日 ${two(date.getHours())}:${two(date.getMinutes())}`
}

export const texts = {
  report: (publisher: string, year: number) =>
    `${publisher === '' ? '未填编制机关' : publisher}　${year}年度`,
  changedAt: (time: string) => `最后改动：${timeWords(time)}`,
  differences: (count: number) => (count === 0 ? '两份内容相同' : `两份有 ${count} 处不同`),
  more: (count: number) => `还有 ${count} 处没有列出。`,
  place: '位置',
  blank: '（空）',
  lost: '没有读出来的内容',
  back: '返回',

  recovery: '上次没有正常关闭，有内容没来得及保存',
  recoveryNote: '两份都在。选用其中一份，另一份会收进“以前的版本”，随时可以再打开。',
  kept: '恢复的内容',
  saved: '上次保存的文件',
  useKept: '用恢复的内容',
  useSaved: '用上次保存的文件',
  putAway: '不用，收进以前的版本',
  later: '以后再决定',
  neverSaved: '这份年报还没有存成文件，只有恢复的内容。',
  gone: (name: string, folder: string) =>
    `上次保存的文件“${name}”（${folder}）现在找不到或读不出来，可以先用恢复的内容。`,
  inFolder: (name: string, folder: string) => `${name}　${folder}`,

  conflict: (name: string) => `“${name}”在别处改动过`,
  conflictNote: '选用其中一份，另一份会收进“以前的版本”。也可以把正在写的另存为一个文件，两份都留着。',
  mine: '正在写的内容',
  disk: '文件里的内容',
  useMine: '用正在写的，覆盖文件',
  useDisk: '用文件里的',
  saveElsewhere: '另存为',
  now: '正在填写',
  canMerge: '两份改的不是同一处，可以合在一起，都不丢。',
  merge: '合并两份',

  damaged: (name: string) => `“${name}”已经损坏`,
  damagedNote: '原文件没有改动。能确认的内容可以作为一份新的年报打开，请对照原件核对数字后另外保存。',
  encoding: (encoding: string) => `文件的文字是按 ${encoding} 编码另存的，内容已经全部读出。`,
  nothingRead: '这份文件里没有能读出来的内容。',
  openSalvaged: '打开读出来的内容',

  versions: (name: string | null) => (name === null ? '以前的版本' : `“${name}”以前的版本`),
  versionsNote: '打开的版本是一份新的年报，不会影响现在的文件。',
  noVersions: '还没有留下以前的版本。',
  unreadable: '内容有损坏',
  noName: '没有存成文件的年报',
}
