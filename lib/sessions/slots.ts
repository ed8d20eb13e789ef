/** Lets so many works run at a time; the others wait in line, or at its head. */
export class Slots {
  #running = 0
  readonly #line: (() => void)[] = []
  readonly #head: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Whether as many wait as may; who comes to the head of the line may come all the same. */
  get isFull(): boolean {
    return this.#line.length >= this.mostWaiting
  }

  async run<T>(work: () => Promise<T>, { first = false } = {}): Promise<T> {
    if (this.#running >= this.atOnce) {
      await new Promise<void>((turn) => (first ? this.#head : this.#line).push(turn))
    } else this.#running += 1
    try {
      return await work()
    } finally {
      // Whoever is next takes this one's place, so that nobody slips in between.
      const next = this.#head.shift() ?? this.#line.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
