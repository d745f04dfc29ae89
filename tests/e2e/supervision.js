// Ways through supervision that several modules need: a unit of the demo department's field and one of its instruments.
'use strict';
const { as } = require('./client');

const unitPath = /^\/supervision\/units\/\d+$/;
const instrumentPath = /^\/supervision\/units\/\d+\/instruments\/\d+$/;

// The first unit with instruments that the demo department sees.
async function supervisedUnit() {
  const client = await as('demo-supervisor');
  for (const unit of (await client.get('/supervision/units')).links(unitPath)) if ((await client.get(unit)).links(instrumentPath).length > 0) return unit;
  throw new Error('the demo department sees no unit with instruments');
}
async function supervisedInstrument() {
  return (await (await as('demo-supervisor')).get(await supervisedUnit())).links(instrumentPath)[0];
}

module.exports = { supervisedInstrument, supervisedUnit };
