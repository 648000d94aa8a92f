// Sends one file by tus-js-client, as a portal's page would, and prints where it went.
// node send.js <endpoint> <file> <authorization>
import { createReadStream, statSync } from 'node:fs'
import { Upload } from 'tus-js-client'

const [endpoint, path, authorization] = process.argv.slice(2)
const patience = Array(60).fill(2000)
const upload = new Upload(createReadStream(path), {
  endpoint,
  uploadSize: statSync(path).size,
  headers: { Authorization: authorization },
  metadata: { filename: 'Pasport.pdf' },
  retryDelays: [100, 300, 1000, ...patience],
  onError: error => {
    console.error(String(error))
    process.exitCode = 1
  },
  onSuccess: () => console.log(upload.url)
})
upload.start()
