/** A file as it is sent. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>
  /** Content type. */
  type: string
}

/** Files that the runtime keeps: on Node the disk, on a Worker its static assets. */
export interface Assets {
  /** The file of that name, such as `swagger-ui.css`; undefined when there is none. */
  read(path: string): Promise<Asset | undefined>
}
