import {
  IconBook2,
  IconBuildingHospital,
  IconKeyboard,
  IconLink,
  IconLogout,
  IconMenu2,
  IconPlus,
  IconSearch,
  IconShieldCheck,
  IconSortDescending,
  IconUsers,
  IconX,
} from '@tabler/icons-react'

const icons = {
  queue: IconSortDescending,
  register: IconBook2,
  audit: IconShieldCheck,
  operators: IconBuildingHospital,
  people: IconUsers,
  links: IconLink,
  search: IconSearch,
  signOut: IconLogout,
  menu: IconMenu2,
  close: IconX,
  keyboard: IconKeyboard,
  add: IconPlus,
} as const

/** The officers' sections, drawn with the line of `app/_ui/icon`; it stands beside words and says nothing of its own. */
export function AdminIcon({ name, size = 20 }: { name: keyof typeof icons; size?: number }) {
  const Drawing = icons[name]
  return <Drawing size={size} stroke={1.7} aria-hidden="true" />
}
