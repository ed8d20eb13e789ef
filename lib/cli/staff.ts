import { parseArgs } from 'node:util'
import { closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { dismiss, endSecondFactor, invite, list, reset } from './staff-commands'
import { requireEnv, runCommand, StartFault } from './terminal'

const USAGE = `npm run staff -- invite --email … --name … --role admin|lead|officer|auditor [--clinic slug] [--locale ru|en]
npm run staff -- dismiss --email … [--clinic slug]
npm run staff -- reset --email …
npm run staff -- end-second-factor --email …
npm run staff -- list

An admin without --clinic runs the installation. A link is mailed and printed; it works once.`

const commands = { invite, dismiss, reset, 'end-second-factor': endSecondFactor, list }

runCommand(async () => {
  const { values, positionals } = readArguments()
  const [name = '', ...more] = positionals
  const command = Object.hasOwn(commands, name) && more.length === 0 && commands[name as keyof typeof commands]
  if (!command) throw new StartFault(USAGE)
  requireEnv()
  try {
    console.log(await command(values, new Date()))
  } finally {
    await stopBoss()
    await closeDatabase()
  }
})

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      options: { email: text, name: text, role: text, clinic: text, locale: text },
      allowPositionals: true,
    })
  } catch (error) {
    throw new StartFault(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error })
  }
}
