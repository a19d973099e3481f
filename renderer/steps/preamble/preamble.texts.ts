export const texts = {
  heading: '导言',
  generated: '按基本信息自动生成',
  generatedHint: '基本信息改了，这里跟着改。也可以直接在这里修改文字。',
  edited: '已手工修改',
  editedHint: '这段文字不再随基本信息变化。',
  compare: '与自动生成的对照',
  hideCompare: '收起对照',
  reset: '恢复为自动生成',
  theirs: '自动生成的',
  mine: '现在的',
}
