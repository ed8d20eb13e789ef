interface Props {
  path: string
  size: number
  className?: string | undefined
}

/** A drawing of 24 by 24 with one line and no fill; it stands beside words and says nothing of its own. */
export function LineDrawing({ path, size, className }: Props) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
