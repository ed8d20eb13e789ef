import { useDomain } from '../support/domain'
import { folderShelves } from '../support/shelves'
import { describeStoredFiles } from '../support/stored-files'

describeStoredFiles(
  useDomain(),
  folderShelves(() => process.env['DATA_DIR'] ?? ''),
)
