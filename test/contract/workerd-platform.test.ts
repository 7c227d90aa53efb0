import { cases } from '../bot/cases.ts'
import { openWorkerdHost } from '../bot/on-workerd.ts'
import { describePlatform, describeSlowness } from './platform.ts'

const workerd = await openWorkerdHost()

for (const platform of cases) describePlatform(platform, workerd)
describeSlowness(cases, workerd)
