/** A file as it is sent. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>
  /** Content type. */
  type: string
}

/** Files that the app serves and that the build or another package makes, with their content types. */
export const assetTypes = {
  'widget.js': 'text/javascript; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const

export type AssetName = keyof typeof assetTypes

/** Where the runtime keeps those files: on Node the disk, on a Worker its static assets. */
export interface Assets {
  /** Undefined when there is no such file. */
  read(name: AssetName): Promise<Asset | undefined>
}
