// Is the server at this address ready? Ends with 0 if it is; with 1, and a reason, if it is not or says nothing
// for four seconds. For the HEALTHCHECK of a container, which has no curl:
//
//   node deploy/health.mjs http://127.0.0.1:8787/readyz
const [address = 'http://127.0.0.1:8787/readyz'] = process.argv.slice(2)

try {
  const response = await fetch(address, { signal: AbortSignal.timeout(4000) })
  const text = await response.text()
  if (!response.ok) throw new Error(`status ${response.status}`)
  console.log(text)
  process.exit(0)
} catch (error) {
  console.error(`${address}: ${error.cause?.message ?? error.message}`)
  process.exit(1)
}
