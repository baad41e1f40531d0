// Signs in the browser what the page shows. The key and its password stay here: what is sent is the signature.
'use strict';
(() => {
  const form = document.getElementById('sign');
  const bring = document.getElementById('bring');
  if (!form || !bring) {
    return;
  }
  // DER of the names that PKCS#12 (RFC 7292), PKCS#5 (RFC 8018) and PKCS#8 (RFC 5958) use.
  const DATA = '2a864886f70d010701';
  const KEY_BAG = '2a864886f70d010c0a0101';
  const SHROUDED_BAG = '2a864886f70d010c0a0102';
  const PBES2 = '2a864886f70d01050d';
  const PBKDF2 = '2a864886f70d01050c';
  const HMACS = {
    '2a864886f70d0207': 'SHA-1', '2a864886f70d0209': 'SHA-256', '2a864886f70d020a': 'SHA-384', '2a864886f70d020b': 'SHA-512'
  };
  const CIPHERS = {'608648016503040102': 128, '60864801650304012a': 256};
  const INTEGER = 0x02, OCTETS = 0x04, NAME = 0x06, SEQUENCE = 0x30;
  const MOST_ROUNDS = 20000000;

  class Mistake extends Error {}
  const not = kind => { throw new Mistake(kind); };

  /** One element of DER: its tag, what is in it, and where the next begins. */
  function element(bytes, at) {
    let length = bytes[at + 1];
    let from = at + 2;
    if (length > 127) {
      const count = length & 127;
      if (count === 0 || count > 3) {
        not('file');
      }
      length = 0;
      for (let i = 0; i < count; i++) {
        length = length * 256 + bytes[from++];
      }
    }
    return from + length <= bytes.length
      ? {tag: bytes[at], body: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length), next: from + length}
      : not('file');
  }

  function parts(bytes) {
    const all = [];
    for (let at = 0; at < bytes.length; at = all[all.length - 1].next) {
      all.push(element(bytes, at));
    }
    return all;
  }

  const sequence = bytes => { const one = element(bytes, 0); return one.tag === SEQUENCE ? parts(one.body) : not('file'); };
  const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  const name = part => part && part.tag === NAME ? hex(part.body) : not('file');
  const octets = part => part && part.tag === OCTETS ? part.body : not('file');
  const number = part => part && part.tag === INTEGER ? part.body.reduce((sum, byte) => sum * 256 + byte, 0) : not('file');
  const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const textOf = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));

  /** The PKCS#8 key in a PKCS#12 file; of several, the first. */
  async function ofPkcs12(file, password) {
    const content = sequence(file)[1];
    for (const info of sequence(octets(parts(parts(content.body)[1].body)[0]))) {
      const [kind, held] = parts(info.body);
      if (name(kind) === DATA) {
        for (const bag of sequence(octets(parts(held.body)[0]))) {
          const [type, value] = parts(bag.body);
          if (name(type) === SHROUDED_BAG) {
            return decrypted(value.body, password);
          }
          if (name(type) === KEY_BAG) {
            return value.body;
          }
        }
      }
    }
    return not('file');
  }

  /** The PKCS#8 key under a password, by PBES2 with AES: what Java, OpenSSL 3 and browsers write today. */
  async function decrypted(file, password) {
    const [algorithm, sealed] = sequence(file);
    const [scheme, means] = parts(algorithm.body);
    if (name(scheme) !== PBES2) {
      not('old');
    }
    const [derivation, cipher] = parts(means.body);
    const [way, settings] = parts(derivation.body);
    const [kind, start] = parts(cipher.body);
    const [salt, rounds, ...rest] = parts(settings.body);
    const prf = rest.find(part => part.tag === SEQUENCE);
    const hash = prf ? HMACS[name(parts(prf.body)[0])] : 'SHA-1';
    const length = CIPHERS[name(kind)];
    const iterations = number(rounds);
    if (name(way) !== PBKDF2 || !hash || !length || iterations > MOST_ROUNDS) {
      not('old');
    }
    const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey']);
    const key = await crypto.subtle.deriveKey(
      {name: 'PBKDF2', salt: octets(salt), iterations, hash}, secret, {name: 'AES-CBC', length}, false, ['decrypt']);
    try {
      return new Uint8Array(await crypto.subtle.decrypt({name: 'AES-CBC', iv: octets(start)}, key, octets(sealed)));
    } catch (wrong) {
      return not('password');
    }
  }

  /** The PKCS#8 key in a file of any of the three forms. */
  async function keyIn(file, password) {
    const pem = /-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(new TextDecoder().decode(file));
    const der = pem ? bytesOf(pem[2].replace(/\s/g, '')) : file;
    const [first] = sequence(der);
    if (first.tag === SEQUENCE) {
      return decrypted(der, password);
    }
    return number(first) === 3 ? ofPkcs12(der, password) : der;
  }

  function isWithin(bytes, wanted) {
    return hex(bytes).includes(hex(wanted));
  }

  async function signature(said, file, password) {
    if (!window.isSecureContext || !crypto.subtle) {
      not('browser');
    }
    const attributes = bytesOf(said.attributes);
    const shown = new TextEncoder().encode(document.getElementById('document').textContent);
    // What is signed must be what is shown: the attributes hold its digest.
    if (!isWithin(attributes, new Uint8Array(await crypto.subtle.digest(said.hash, shown)))) {
      not('document');
    }
    const how = said.algorithm === 'ECDSA' ? {name: 'ECDSA', namedCurve: said.curve, hash: said.hash} : {name: said.algorithm};
    const held = await keyIn(file, password);
    let made, fits;
    try {
      const key = await crypto.subtle.importKey('pkcs8', held, how, false, ['sign']);
      const mine = await crypto.subtle.importKey('spki', bytesOf(said.publicKey), how, false, ['verify']);
      made = await crypto.subtle.sign(how, key, attributes);
      fits = await crypto.subtle.verify(how, mine, made, attributes);
    } catch (unfit) {
      not(unfit.name === 'NotSupportedError' ? 'browser' : 'other');
    }
    return fits ? textOf(new Uint8Array(made)) : not('other');
  }

  function tell(kind) {
    for (const mistake of document.querySelectorAll('[data-mistake]')) {
      mistake.hidden = mistake.dataset.mistake !== kind;
    }
  }

  async function chosen(field) {
    return new Uint8Array(await document.getElementById(field).files[0].arrayBuffer());
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    tell('');
    try {
      const password = document.getElementById('password');
      form.elements.signature.value = await signature(form.dataset, await chosen('key-file'), password.value);
      password.value = '';
      form.submit();
    } catch (mistake) {
      tell(mistake instanceof Mistake ? mistake.message : 'file');
    }
  });
  bring.addEventListener('submit', async event => {
    event.preventDefault();
    bring.elements.signatures.value = textOf(await chosen('signature-file'));
    bring.submit();
  });
  form.hidden = false;
  bring.hidden = false;
})();
