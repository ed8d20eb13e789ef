import { isBuilt, startBuild } from '@/lib/cli/next-build'

/** The pages of these very sources, built where they are not. */
export default async function setup(): Promise<void> {
  if (!isBuilt()) await startBuild().finished
}
