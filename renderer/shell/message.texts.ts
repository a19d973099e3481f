import { draftErrorMessage } from '../../shared/draft/draft-error-message'
import { readErrorMessage } from '../../shared/import/read-error'
import type { Holder, ImageError, WriteError } from '../../shared/ipc'
import type { Message } from '../desk/desk-state'

export const texts = {
  close: '知道了',
  saveFirst: '先保存',
  goOn: '不保存，继续打开',
  stay: '留在当前年报',
  saveElsewhere: '另存为',
  tryAgain: '再试一次',
  compare: '对比两份',
  readDamaged: '看看能读出多少',
}

export interface MessageWords {
  title: string
  advice: string
}

const writeProblems: Record<WriteError['kind'], (name: string) => MessageWords> = {
  readOnly: (name) => ({
    title: `“${name}”所在的位置不能写入。`,
    advice: '请换一个文件夹保存，原来的文件没有改动。',
  }),
  diskFull: (name) => ({
    title: `磁盘空间不够，“${name}”没有写成。`,
    advice: '请腾出空间再试，或换一个磁盘保存，原来的文件没有改动。',
  }),
  missingFolder: (name) => ({
    title: `“${name}”所在的文件夹找不到了。`,
    advice: '移动盘或网络位置可能已断开。接上后再试，或换一个文件夹保存。',
  }),
  inUse: (name) => ({
    title: `“${name}”正被别的程序打开，或者别人正在编辑。`,
    advice: '请在那里关闭它再试，或用另一个名字保存。',
  }),
  changedOnDisk: (name) => ({
    title: `“${name}”在别处改动过，没有覆盖它。`,
    advice: '可以对比两份再决定，或用另一个名字保存，两份都会保留。',
  }),
  pathTooLong: (name) => ({
    title: `“${name}”的文件名或所在路径太长。`,
    advice: '请用短一些的名字，或换一个层级少的文件夹保存，原来的文件没有改动。',
  }),
  unwritable: (name) => ({
    title: `“${name}”没有写成。`,
    advice: '请换一个文件夹或名字保存，原来的文件没有改动。',
  }),
}

const imageProblems: Record<ImageError['kind'], MessageWords> = {
  notAnImage: { title: '这不是可以放进报告的图片。', advice: '请选择 PNG 或 JPEG 图片。' },
  tooLarge: { title: '这张图片太大。', advice: '请先把图片缩小到 5 MB 以内。' },
  unreadable: { title: '这张图片读不出来。', advice: '文件可能已损坏，请换一张。' },
}

/** Why a file was not written, and what to do about it. */
export function writeProblem(error: WriteError): MessageWords {
  return writeProblems[error.kind](error.name)
}

export function messageWords(message: Message): MessageWords {
  switch (message.kind) {
    case 'openFailed':
      return draftErrorMessage(message.error)
    case 'wordRefused':
      return readErrorMessage(message.error)
    case 'editsTaken':
      return { title: `已采纳 ${message.count} 处改动。`, advice: '不合适的话，撤销一次就回到采纳之前。' }
    case 'saveFailed':
      return writeProblem(message.error)
    case 'imageRefused':
      return imageProblems[message.error.kind]
    case 'heldByOther':
      return {
        title: `${holderWords(message.holder)}正打开着“${message.name}”，这里只能看。`,
        advice: '要改，请等对方关闭后再试一次，或者另存一份。',
      }
    case 'keepFailed':
      return {
        title: '刚写的内容没有留存成，这台电脑的系统盘可能满了。',
        advice: '请现在保存到别的磁盘，或腾出空间后接着写。',
      }
    case 'resumed':
      return { title: '窗口刚才出了问题，已经重新打开。', advice: '写好的内容都在，请接着写。' }
    case 'notEarlier':
      return {
        title: `“${message.name}”是${message.year}年度的草稿，不是往年的。`,
        advice: '请选择本年度以前的年报草稿。',
      }
    case 'otherScope':
      return {
        title: `“${message.name}”的口径和这份年报不同。`,
        advice: '本机关的报告和汇总报告不能放在一起比，请选择同一口径的草稿。',
      }
    case 'otherOrgan':
      return {
        title: `“${message.name}”的编制机关是“${message.organ}”。`,
        advice: '机关改过名的不要紧；如果选错了，按“撤销”就能退回。',
      }
    case 'leavesUnsaved':
      return { title: '当前年报有没保存的内容。', advice: '先保存，再打开另一份。' }
  }
}

/** 张三（办公室-03） from 10:32 on; what is not known is left out. */
function holderWords({ owner, machine, since }: Holder): string {
  if (owner === '') return '有人'
  const time = new Date(since)
  const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
  return `${owner}（${machine}，${time.getMonth() + 1}月${time.getDate()}日 ${clock} 起）`
}
