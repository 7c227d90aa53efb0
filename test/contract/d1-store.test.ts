import { openD1 } from '../store/d1.ts'
import { testStore } from './store.ts'

const open = openD1()

testStore('the D1 store in workerd', async (start, options) => (await open).openStore(start, options))
