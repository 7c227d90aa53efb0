import type { Attribute, EventName, PartGroup, Property } from '../../embed-names.ts'

/** What the page about the widget says; complete for every name that the widget has. */
export interface Embedding {
  title: string
  about: string
  lineTitle: string
  lineAbout: string
  tryTitle: string
  noScript: string
  originsTitle: string
  originsAll: string
  originsSome: string
  originsNone: string
  policyTitle: string
  policyAbout: string
  packageTitle: string
  packageAbout: string
  /** Heads of the tables. */
  name: string
  meaning: string
  attributesTitle: string
  attributes: Record<Attribute, string>
  propertiesTitle: string
  propertiesAbout: string
  properties: Record<Property, string>
  partsTitle: string
  parts: Record<PartGroup, string>
  eventsTitle: string
  eventsAbout: string
  events: Record<EventName, string>
}
