import { type ParseArgsConfig, parseArgs } from 'node:util'
import { errorCode } from '../files/write-error'
import { refuse } from './refused'

type Options = NonNullable<ParseArgsConfig['options']>

/** Splits a command's arguments; an option it does not know or one without its value is refused by name. */
export function readOptions<Known extends Options>(args: string[], options: Known) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const name = error instanceof Error ? /'(-[^ ',=]*)/.exec(error.message)?.[1] : undefined
    if (errorCode(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') refuse(`没有这个选项：${name}`)
    if (errorCode(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') refuse(`选项 ${name} 的写法不对`)
    throw error
  }
}

export function required(value: string | undefined, option: string): string {
  return value === undefined || value === '' ? refuse(`缺少选项 ${option}`) : value
}
