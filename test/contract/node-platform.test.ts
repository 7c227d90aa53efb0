import { cases } from '../bot/cases.ts'
import { onNode } from '../bot/on-node.ts'
import { describePlatform, describeSlowness } from './platform.ts'

for (const platform of cases) describePlatform(platform, onNode)
describeSlowness(cases, onNode)
