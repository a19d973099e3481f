import type { DraftError } from './draft-error'

/** Why a file did not open and what to do now. Every one of them leaves the file as it was. */
export function draftErrorMessage(error: DraftError): { title: string; advice: string } {
  const name = `“${error.name}”`
  switch (error.kind) {
    case 'notADraft':
      return {
        title: `${name}不是年报草稿。`,
        advice: '请选择本软件保存的草稿，文件名以 .nianbao 结尾。原文件没有改动。',
      }
    case 'damaged':
      return {
        title: `${name}已经损坏：${error.detail}。`,
        advice: '请打开同一份报告的备份或者其他副本。原文件没有改动。',
      }
    case 'invalid':
      return {
        title: `${name}的内容不符合草稿的要求：${error.detail}。`,
        advice: '这份文件可能被别的软件改过，请打开备份或者其他副本。原文件没有改动。',
      }
    case 'newer':
      return {
        title: `${name}由更新版本的软件保存（第 ${error.version} 版）。`,
        advice: '请升级后打开。原文件没有改动。',
      }
    case 'unknownFormat':
      return {
        title: `${name}用的报告格式“${error.format}”，本软件还不认识。`,
        advice: '请升级后打开。原文件没有改动。',
      }
    case 'tooLarge':
      return {
        title: `${name}太大，无法打开。`,
        advice: '年报草稿不会有这么大，请检查是否选错了文件。原文件没有改动。',
      }
    case 'missing':
      return {
        title: `找不到${name}。`,
        advice: '文件可能已经移动、改名或者删除，请重新选择。',
      }
    case 'unreadable':
      return {
        title: `无法读取${name}。`,
        advice: '请检查是否有权限打开，或者所在的磁盘、网络位置是否可用。原文件没有改动。',
      }
  }
}
