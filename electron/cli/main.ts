import { runCli } from './run-cli'

// A reader that closes early (`… | head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCli(process.argv.slice(2), {
  data: (text) => process.stdout.write(text),
  note: (line) => process.stderr.write(`${line}\n`),
})
