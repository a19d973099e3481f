import notes from '../../templates/rules.json'

/** Why there is a rule: what the form tells a clerk who asks. */
export interface RuleNote {
  title: string
  explanation: string
  /** Law, notice or standard it follows from; absent where it is mere care. */
  basis?: string
}

const byRule: Record<string, RuleNote> = notes

/** undefined: nothing is written about the rule, as with those a made-up format brings. */
export function ruleNote(rule: string): RuleNote | undefined {
  return Object.hasOwn(byRule, rule) ? byRule[rule] : undefined
}
