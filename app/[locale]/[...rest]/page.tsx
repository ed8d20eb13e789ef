import { notFound } from 'next/navigation'

/** Any address that no page answers to: a 404 in the language of its path. */
export default function UnknownPage() {
  notFound()
}
