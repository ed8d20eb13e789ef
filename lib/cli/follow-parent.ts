// Loaded before a part of the portal: when the process that started it dies, even by kill -9, the part ends too.
// It takes itself out of the arguments that forks inherit: they have parents, and channels, of their own.
process.execArgv.splice(0, 2)

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 10_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
