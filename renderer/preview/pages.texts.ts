export const texts = {
  pages: '报告的页面',
  page: (number: number, of: number) => `第 ${number} 页，共 ${of} 页`,
  count: (count: number) => `共 ${count} 页`,
  making: '正在排出页面',
  failed: '页面没有排出来。改动以后会再试。',
  enlarge: '放大',
  close: '关闭',
}
