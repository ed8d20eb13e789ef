import { startBuild } from './next-build'
import { runCommand } from './terminal'

runCommand(async () => {
  const build = startBuild()
  build.show()
  await build.finished
})
