import { LineDrawing } from '@/app/_ui/line-drawing'

const shapes = {
  queue: 'M4 6h16M4 12h11M4 18h6M18 13v7m0 0-2.5-2.5M18 20l2.5-2.5',
  register: 'M5 4.5A1.5 1.5 0 0 1 6.5 3H19v18H6.5A1.5 1.5 0 0 1 5 19.5zM5 17.5h14M9 7.5h6M9 11h6',
  audit: 'M12 3 5 6v5c0 4.6 2.9 8 7 10 4.1-2 7-5.4 7-10V6zM9 12l2.2 2.2L15.2 10',
  operators: 'M4 21V8l8-5 8 5v13M9.5 21v-5h5v5M12 8.5v4M10 10.5h4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-3.4 3-5.5 6.5-5.5s6 2.1 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.9c1.7.9 2.7 2.6 3 5.1',
  links:
    'M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.6-1.6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  signOut: 'M14 4H5v16h9M10 12h10m0 0-3.5-3.5M20 12l-3.5 3.5',
  menu: 'M3 6h18M3 12h18M3 18h18',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  keyboard: 'M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8',
} as const

export type AdminIconName = keyof typeof shapes

/** Drawings of the officers' sections, in the manner of `app/_ui/icon`. */
export function AdminIcon({ name, size = 20 }: { name: AdminIconName; size?: number }) {
  return <LineDrawing path={shapes[name]} size={size} />
}
