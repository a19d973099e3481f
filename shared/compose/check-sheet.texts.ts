import type { GroupState } from './check-sheet'

/** Everything the check sheet says of its own; findings and rules bring their words with them. */
export const texts = {
  title: '勾稽核对表',
  summary: (states: Record<GroupState, number>) =>
    `共核对 ${Object.values(states).reduce((sum, count) => sum + count, 0)} 项：相符 ${states.equal} 项，不符 ${states.unequal} 项，没有填 ${states.blank} 项，不能计算 ${states.unknown} 项。`,
  others: (open: number, kept: number) => `待处理和待核对 ${open} 项，保留并说明 ${kept} 项（含表内勾稽）。`,
  speaksOf: '草稿内容校验值（SHA-256）',
  overview: '核对情况',
  sumsChecked: '表内勾稽',
  numbered: (number: string, heading: string) => `${number}、${heading}`,
  sums: (table: string) => `${table}勾稽`,
  findings: '其他检查',
  keptOnes: '保留的事项和理由',
  line: '核对的行列',
  left: '左边',
  right: '右边',
  result: '结果',
  rule: '规则',
  place: '位置',
  what: '检查所见',
  reason: '理由',
  side: (name: string, value: string) => `${name}：${value}`,
  noNumber: '—',
  states: {
    equal: '相符',
    unequal: '不符',
    blank: '没有填',
    unknown: '不能计算',
  } satisfies Record<GroupState, string>,
  severities: { error: '要改正', warning: '请核对', info: '供参考' },
  kept: '已保留',
  noFindings: '没有发现其他问题。',
  noneKept: '没有保留的事项。',
  standings: { official: '表内写明', derived: '按表内各格推算' },
  places: { basics: '基本信息', preamble: '导言' },
}
