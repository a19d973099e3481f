import { type ReadingTask, read } from './reading-task'

// Word files are read in a process of their own (read-apart.ts): whatever a file does to it, the window goes on.

process.parentPort.once('message', async ({ data }) => {
  process.parentPort.postMessage(await read(data as ReadingTask))
})
