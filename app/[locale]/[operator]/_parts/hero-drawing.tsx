import styles from './hero.module.css'

const WEEKS = [0, 1, 2, 3, 4]

/** A sheet, a month whose last day is marked, and a sealed answer: what happens here, without words. */
export function HeroDrawing({ days }: { days: number }) {
  return (
    <svg className={styles.drawing} viewBox="0 0 400 320" aria-hidden="true" fill="none">
      <ellipse cx="206" cy="300" rx="180" ry="12" fill="var(--accent-soft)" />
      <g stroke="var(--accent-line)" strokeWidth="2">
        <rect x="30" y="34" width="170" height="224" rx="16" fill="var(--paper)" />
        <rect x="54" y="132" width="122" height="14" rx="7" fill="var(--sunken)" stroke="none" />
        <rect x="54" y="160" width="122" height="14" rx="7" fill="var(--sunken)" stroke="none" />
        <rect x="54" y="188" width="84" height="14" rx="7" fill="var(--sunken)" stroke="none" />
        <circle cx="82" cy="84" r="24" fill="var(--accent-soft)" />
        <circle cx="82" cy="77" r="8" fill="var(--accent)" stroke="none" />
        <path d="M67 97a15 15 0 0 1 30 0" fill="var(--accent)" stroke="none" />
        <rect x="118" y="68" width="58" height="11" rx="5.5" fill="var(--accent-line)" stroke="none" />
        <rect x="118" y="90" width="40" height="11" rx="5.5" fill="var(--sunken)" stroke="none" />
        <path
          d="m58 228 8 8 14-16"
          stroke="var(--accent)"
          strokeWidth="5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <rect x="92" y="222" width="70" height="11" rx="5.5" fill="var(--accent-line)" stroke="none" />
      </g>
      <g transform="translate(172 78)">
        <rect width="196" height="176" rx="18" fill="var(--paper)" stroke="var(--accent-line)" strokeWidth="2" />
        <path d="M0 44V18A18 18 0 0 1 18 0h160a18 18 0 0 1 18 18v26Z" fill="var(--accent)" />
        <path d="M48-8v20M148-8v20" stroke="var(--accent-strong)" strokeWidth="7" strokeLinecap="round" />
        {WEEKS.map((week) =>
          [0, 1, 2, 3, 4, 5].map((day) => (
            <rect
              key={`${week}-${day}`}
              x={20 + day * 27}
              y={60 + week * 22}
              width="19"
              height="14"
              rx="4"
              fill={week === 0 && day === 0 ? 'var(--accent-line)' : 'var(--sunken)'}
            />
          )),
        )}
        <circle cx="164" cy="154" r="29" fill="var(--accent)" stroke="var(--paper)" strokeWidth="6" />
        <text x="164" y="162" textAnchor="middle" fill="var(--on-accent)" fontSize="23" fontWeight="700">
          {days}
        </text>
      </g>
    </svg>
  )
}
