interface Line {
  running: number
  waiting: Set<() => void>
}

/**
 * Who may go on, where only so many can at once. Nobody is refused for it: sources take turns, and one that asks a
 * thousand times holds up itself alone.
 */
export class Turns {
  private readonly lines = new Map<string, Line>()
  private running = 0

  constructor(
    private readonly most: number,
    private readonly mostPerSource: number,
  ) {}

  /**
   * Settles when the source has its turn; what it gives ends the turn. An abort leaves the line.
   * @throws the signal's reason
   */
  async take(source: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    const line = this.lines.get(source) ?? { running: 0, waiting: new Set() }
    this.lines.set(source, line)
    if (line.waiting.size > 0 || !this.hasRoom(line)) await untilCalled(line.waiting, signal)
    else this.enter(line)
    return () => this.leave(source, line)
  }

  /** Whether anybody would go on if a turn of this source ended. */
  isAwaited(source: string): boolean {
    const isFull = this.running >= this.most
    return [...this.lines].some(([name, { waiting }]) => waiting.size > 0 && (isFull || name === source))
  }

  private hasRoom(line: Line): boolean {
    return this.running < this.most && line.running < this.mostPerSource
  }

  private enter(line: Line): void {
    line.running += 1
    this.running += 1
  }

  private leave(source: string, left: Line): void {
    left.running -= 1
    this.running -= 1
    if (left.running === 0 && left.waiting.size === 0) this.lines.delete(source)
    for (const [name, line] of this.lines) {
      const [call] = line.waiting
      if (!call || !this.hasRoom(line)) continue
      line.waiting.delete(call)
      this.enter(line)
      // Behind all others for the next time.
      this.lines.delete(name)
      this.lines.set(name, line)
      call()
      return
    }
  }
}

function untilCalled(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      waiting.delete(call)
      reject(signal.reason as Error)
    }
    const call = () => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    signal.addEventListener('abort', giveUp, { once: true })
    waiting.add(call)
  })
}
