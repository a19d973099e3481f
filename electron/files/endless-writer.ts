import { writeWhole } from './durable-write'

// Run by durable-write.test.ts in a process of its own, to be killed: fills a file with one letter after another.
const [path = '', size = '0'] = process.argv.slice(2)
for (let round = 0; ; round++) {
  const letter = 'abcdefghij'.charAt(round % 10)
  await writeWhole(path, Buffer.from(letter.repeat(Number(size))))
  if (round === 0) process.stdout.write('begun\n')
}
