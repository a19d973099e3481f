import { basename } from 'node:path'
import { utilityProcess } from 'electron'
import { fail } from '../../shared/result'
import type { Reading, ReadingTask } from './reading-task'

/**
 * Milliseconds for one file. The reader's own bounds refuse within two seconds whatever would take longer; this one
 * ends what they should miss, on the slowest machine.
 */
const PATIENCE = 10_000

/** MB: what the reader may hold at a time. */
const MOST_MEMORY = 200

/**
 * Reads a Word file in a process of its own, which ends with it.
 *
 * @param program path of the built reader
 */
export function readApart<Task extends ReadingTask>(program: string, task: Task): Promise<Reading<Task>> {
  const name = basename(task.path)
  return new Promise((resolve) => {
    const reader = utilityProcess.fork(program, [], {
      serviceName: 'reader',
      execArgv: [`--max-old-space-size=${MOST_MEMORY}`],
    })
    const end = (reading: Reading<Task>) => {
      clearTimeout(timer)
      resolve(reading)
      reader.kill()
    }
    const refused = (): Reading<Task> => fail({ kind: 'tooLarge' as const, name })
    const timer = setTimeout(() => end(refused()), PATIENCE)
    reader.once('message', (reading) => end(reading as Reading<Task>))
    reader.once('exit', () => end(refused()))
    reader.postMessage(task)
  })
}
