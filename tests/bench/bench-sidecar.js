#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// bench-sidecar.js FILE: how fast node reads and writes the sidecar that bench-sidecar left in FILE.

const fs = require('fs')

const ROUNDS = 7

function measure (run, nBytes) {
  let best = Infinity
  for (let i = 0; i < ROUNDS; i++) {
    const began = process.hrtime.bigint()
    run()
    best = Math.min(best, Number(process.hrtime.bigint() - began))
  }
  return (nBytes * 1000 / best).toFixed(0)
}

const data = fs.readFileSync(process.argv[2])
const tree = JSON.parse(data.toString())
console.log('node.load_mb_s ' + measure(() => JSON.parse(data.toString()), data.length))
console.log('node.save_mb_s ' + measure(() => Buffer.from(JSON.stringify(tree)), data.length))
