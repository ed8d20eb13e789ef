// Loaded before a part of the portal: when the start command dies, even by kill -9, its parts end too.
if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 10_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
