import { printWithElectron } from '../print/print-with-electron'
import { runCli } from './run-cli'

// A reader that closes early (`… | head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const streams = {
  data: (text: string) => void process.stdout.write(text),
  note: (line: string) => void process.stderr.write(`${line}\n`),
}
process.exitCode = await runCli(process.argv.slice(2), streams, printWithElectron(import.meta.dirname))
