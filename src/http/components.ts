import * as z from 'zod'

/** The schemas that the OpenAPI document names. Each is told under its id, once, and referred to elsewhere. */
export const components = z.registry<{ id: string }>()
