// One-time links and one-time codes, as the product makes them: written down again on purpose, because the product's own code is
// what is tested.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { state } = require('./harness');
const { query } = require('./database');

// The token in a link's address: id and crypto_auth (HMAC-SHA-512-256) over id and purpose under the seal key.
function linkToken(purpose, id) {
  const key = Buffer.from(fs.readFileSync(path.join(state, 'keys', 'seal.key'), 'utf8').trim().split(/\s+/)[0], 'hex');
  const bytes = Buffer.from(id, 'hex');
  const mac = crypto.createHmac('sha512', key).update(`link:${purpose}:`).update(bytes).digest().subarray(0, 32);
  return Buffer.concat([bytes, mac]).toString('base64url');
}

// A link for the user, with its row in the database; the address's token.
async function makeLink(purpose, login, data = {}) {
  const id = crypto.randomBytes(16).toString('hex');
  await query(`insert into links (id, purpose, user_id, data, expires_at) select decode('${id}', 'hex'), '${purpose}', id, '${JSON.stringify(data).replace(/'/g, "''")}', now() + interval '30 minutes' from users where login = '${login}';`);
  return linkToken(purpose, id);
}

// The path to stop reminders that a digest's mail carries.
const unsubscribePath = (digest) => '/accounts/unsubscribe?t=' + linkToken('unsubscribe', BigInt(digest).toString(16).padStart(32, '0'));

// RFC 6238, six digits, for a secret in base32 with blanks.
function totp(secret, at = Date.now()) {
  const bits = [...secret.replace(/\s/g, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const mac = crypto.createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, '0');
}

// Sets the second factor up through its page; the answer, which shows the recovery codes.
async function setUpTwoFactor(client, password) {
  const setup = await client.get('/accounts/two-factor');
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(setup.text)[1];
  return setup.form('op_enable').set({ current_password: password, code: totp(secret) }).submit('op_enable');
}

module.exports = { linkToken, makeLink, setUpTwoFactor, totp, unsubscribePath };
