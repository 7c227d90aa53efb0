import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { LecternError } from '../errors.ts'
import { type Asset, type AssetName, type Assets, assetTypes } from '../http/assets.ts'

/**
 * The scripts that `npm run build` bundles, and Swagger UI's files from where npm put them.
 * @throws {LecternError} `build-missing` from `read`, where the scripts were not built.
 */
export function nodeAssets(): Assets {
  const kept = new Map<AssetName, Asset>()
  return {
    async read(name) {
      const type = assetTypes[name]
      if (type === undefined) return undefined
      const asset = kept.get(name) ?? { body: await readAsset(name), type }
      kept.set(name, asset)
      return asset
    },
  }
}

// ---------------------------------------------------------------------------

/** From `src/adapter` as from `dist/adapter`. */
const built = new URL('../../dist/browser/', import.meta.url)

async function readAsset(name: AssetName): Promise<Uint8Array<ArrayBuffer>> {
  if (name.startsWith('swagger-ui')) {
    return new Uint8Array(await readFile(createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`)))
  }
  const path = fileURLToPath(new URL(name, built))
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    throw new LecternError('build-missing', `there is no ${path}: run npm run build`, { cause })
  }
}
