export const texts = {
  product: '年报编写台',
  subtitle: '编写政府信息公开工作年度报告。不联网，内容只留在这台电脑上。',
  start: '开始',
  newReport: '新建年报',
  newReportNote: '从空白开始，先填报告年度和编制机关。',
  open: '打开草稿',
  openNote: '接着写以前保存的年报草稿。',
  samples: '示例',
  samplesNote: '看一份填好的年报，随意修改，不会影响别的文件。',
  back: '回到正在填写的年报',
  recent: '最近的年报',
  noRecent: '还没有打开或保存过年报。',
  report: (publisher: string, year: number) =>
    `${publisher === '' ? '未填编制机关' : publisher}　${year}年度`,
  missing: '文件不在原来的位置',
  forget: '移出列表',
  forgetFile: (name: string) => `移出列表：${name}`,
}
